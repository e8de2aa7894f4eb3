package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/**
 * Which visibility people may give their photos. Where a name is enough to sign in there is only
 * one: a name without a password protects nothing.
 */
@ApplicationScoped
class VisibilityChoice {
  private final Settings settings;

  @Inject
  VisibilityChoice(Settings settings) {
    this.settings = settings;
  }

  /** For the client proxy. */
  protected VisibilityChoice() {
    this(null);
  }

  List<Visibility> of(Person person) {
    List<Visibility> open = new ArrayList<>(List.of(Visibility.PUBLIC));
    if (!isOpen()) {
      open.add(Visibility.PRIVATE);
      open.add(Visibility.LINK);
      if (Visibility.isForMembers(person)) {
        open.add(Visibility.MEMBERS);
      }
    }
    return List.copyOf(open);
  }

  /** What a form offers for a photo that is there: the present one too. */
  List<Visibility> of(Person person, Visibility present) {
    return Stream.concat(of(person).stream(), Stream.of(present)).distinct().toList();
  }

  /** Reads what someone sent, or says why it cannot be. */
  Visibility parse(String text, Person person) {
    List<Visibility> choice = of(person);
    Visibility wanted =
        Visibility.named(text)
            .orElseThrow(
                () ->
                    new Problem(
                        422, "visibility.unknown", String.join(", ", Visibility.texts(choice))));
    check(wanted, person);
    return wanted;
  }

  void check(Visibility wanted, Person person) {
    if (!of(person).contains(wanted)) {
      throw isOpen()
          ? new Problem(422, "visibility.open")
          : new Problem(403, "visibility.members-only");
    }
  }

  private boolean isOpen() {
    return settings.accounts() == Settings.AccountsMode.OPEN;
  }
}
