package org.snapfleet.ami;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The volume of a site that is one instance: whichever instance there is attaches it to itself.
 *
 * @param devices where the machine's disks appear by their ids
 * @param patience for how long the instance before may still have it
 */
record DataVolume(AwsQuery ec2, Path devices, Duration patience) {
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);

  /** Attached elsewhere, or on its way: the instance before is about to end. */
  private static final Set<String> NOT_FREE_YET =
      Set.of("VolumeInUse", "IncorrectState", "NoAnswer");

  /** Of a role that has just been made. */
  private static final Set<String> NOT_ALLOWED = Set.of("UnauthorizedOperation", "AuthFailure");

  /**
   * Returns when the volume is on its way to the instance, or there already.
   *
   * @param volume as {@code vol-0123456789abcdef0}
   */
  void attach(String volume, String instance) {
    Path disk = devices.resolve("nvme-Amazon_Elastic_Block_Store_" + volume.replace("-", ""));
    long end = System.nanoTime() + patience.toNanos();
    while (!Files.exists(disk)) {
      try {
        ec2.call(
            "AttachVolume",
            Map.of("VolumeId", volume, "InstanceId", instance, "Device", "/dev/sdf"));
        return;
      } catch (AwsRefusalException e) {
        if (System.nanoTime() - end > 0 || !mayChange(e.code())) {
          throw new BootFailedException(refusal(volume, e), e);
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private static boolean mayChange(String code) {
    return NOT_FREE_YET.contains(code) || NOT_ALLOWED.contains(code);
  }

  private static String refusal(String volume, AwsRefusalException e) {
    return "DATA_VOLUME=%s cannot be attached: %s, %s; it has to be in this instance's zone, and its role needs ec2:AttachVolume on both"
        .formatted(volume, e.code(), e.getMessage());
  }
}
