package org.snapfleet.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.snapfleet.fleet.RaffleSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.TrafficSettings;

/** The checks of what an instance with these settings depends on. */
final class Checks {
  private Checks() {}

  /**
   * In this order: the database knows of the photo folder.
   *
   * @param oneOfMany whether other instances can be there
   * @param grid what the data grid is told; empty where it has no other members
   */
  static List<Check> of(Settings settings, boolean oneOfMany, String grid) {
    DatabaseCheck database = new DatabaseCheck(settings);
    List<Check> checks = new ArrayList<>();
    checks.add(database);
    checks.addAll(photos(settings, oneOfMany, database));
    if (settings.delivery() == Settings.Delivery.CLOUDFRONT) {
      checks.add(new CloudFrontCheck(settings.cloudFront().orElseThrow()));
    }
    checks.add(SessionsCheck.of(settings, oneOfMany, grid));
    CacheCheck.of(settings, oneOfMany, grid).ifPresent(checks::add);
    if (settings.traffic().way() == TrafficSettings.Way.KINESIS) {
      checks.add(new StreamCheck(settings));
    }
    settings.smtp().map(MailCheck::new).ifPresent(checks::add);
    if (settings.raffle().store() == RaffleSettings.Store.DYNAMODB) {
      checks.add(new TableCheck(settings));
    }
    return checks;
  }

  /** Where new photos go; a bucket that is named besides has old ones, or is to have all soon. */
  private static List<Check> photos(Settings settings, boolean oneOfMany, DatabaseCheck database) {
    List<Check> stores = new ArrayList<>();
    if (settings.storage() == Settings.Storage.DISK) {
      stores.add(new FolderCheck(settings.photoFolder(), oneOfMany, database::marker));
    }
    if (settings.s3().isPresent()) {
      stores.add(new BucketCheck(settings));
    }
    return stores;
  }

  /** What a check finds within a time; also that it could not. */
  static List<Finding> look(Check check, Duration patience) {
    try {
      return Limit.within(patience, check::look);
    } catch (TimeoutException e) {
      return failed(
          check, Note.failure("no answer within %d s".formatted(patience.toSeconds()), ""));
    } catch (Exception e) {
      return failed(check, NetworkCauses.of(e).orElseGet(() -> Note.failure(Shown.reason(e), "")));
    }
  }

  private static List<Finding> failed(Check check, Note why) {
    return List.of(Finding.of(check.name(), check.where(), "", why));
  }
}
