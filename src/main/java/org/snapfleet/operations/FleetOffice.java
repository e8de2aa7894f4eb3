package org.snapfleet.operations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.LiveSetting;
import org.snapfleet.fleet.LiveSettings;
import org.snapfleet.fleet.Members;
import org.snapfleet.http.Body;
import org.snapfleet.http.Problem;

/** What an admin may see and do; all others get the problem that they are none. */
@Dependent
class FleetOffice {
  private final Visitor visitor;
  private final Members members;
  private final LiveSettings live;

  @Inject
  FleetOffice(Visitor visitor, Members members, LiveSettings live) {
    this.visitor = visitor;
    this.members = members;
    this.live = live;
  }

  List<MemberView> instances() {
    visitor.admin();
    return members.all().stream()
        .map(member -> MemberView.of(member, members.isGone(member)))
        .toList();
  }

  /** What holds for this instance. */
  LiveSettings live() {
    return live;
  }

  /**
   * Changes live settings.
   *
   * @param texts those to change
   * @param instance its address; empty or null for all
   */
  void change(Map<LiveSetting<?>, String> texts, String instance) {
    visitor.admin();
    if (texts.isEmpty()) {
      throw new Problem(400, "fleet.nothing");
    }
    Map<LiveSetting<?>, Object> changes = new LinkedHashMap<>();
    texts.forEach((setting, text) -> changes.put(setting, parsed(setting, text)));
    Optional<String> address = Optional.of(Body.text(instance)).filter(a -> !a.isBlank());
    address.ifPresent(this::requireMember);
    live.change(address, changes);
  }

  private static Object parsed(LiveSetting<?> setting, String text) {
    return setting
        .parse(text)
        .map(Object.class::cast)
        .orElseThrow(() -> new Problem(400, "fleet." + setting.name(), text));
  }

  private void requireMember(String address) {
    if (members.all().stream().noneMatch(member -> member.address().equals(address))) {
      throw new Problem(404, "fleet.unknown", address);
    }
  }
}
