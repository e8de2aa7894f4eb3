package org.snapfleet.operations;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.LatencyRange;
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

  /**
   * Changes the latency.
   *
   * @param instance its address; empty or null for all
   */
  void changeLatency(String latency, String instance) {
    visitor.admin();
    String text = Body.text(latency);
    LatencyRange next =
        LatencyRange.parse(text).orElseThrow(() -> new Problem(400, "fleet.latency", text));
    Optional<String> address = Optional.of(Body.text(instance)).filter(a -> !a.isBlank());
    address.ifPresent(this::requireMember);
    live.changeLatency(address, next);
  }

  private void requireMember(String address) {
    if (members.all().stream().noneMatch(member -> member.address().equals(address))) {
      throw new Problem(404, "fleet.unknown", address);
    }
  }
}
