package org.snapfleet.check;

import java.net.URI;
import java.util.List;
import org.snapfleet.fleet.RaffleSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.raffle.EntriesUnavailableException;
import org.snapfleet.raffle.EntryTable;

/**
 * DynamoDB's table of the raffle's entries: whether an item can be put there, found and removed.
 */
record TableCheck(Settings settings) implements Check {
  @Override
  public String name() {
    return "raffle";
  }

  @Override
  public String where() {
    RaffleSettings raffle = settings.raffle();
    String at = raffle.endpoint().map(URI::toString).map(" at "::concat).orElse("");
    return "dynamodb table %s%s".formatted(raffle.table().orElseThrow(), at);
  }

  @Override
  public List<Finding> look() {
    try (EntryTable table = new EntryTable(settings.aws(), settings.raffle())) {
      boolean same = table.putFindRemove();
      return List.of(
          same
              ? Finding.of(name(), where(), "took, gave back and removed an item")
              : Finding.of(
                  name(), where(), "", Note.failure("it gave back another item than it took", "")));
    } catch (EntriesUnavailableException e) {
      Note why = Note.failure(Shown.text(e.trouble().what()), e.trouble().remedy());
      return List.of(Finding.of(name(), where(), "", why));
    }
  }
}
