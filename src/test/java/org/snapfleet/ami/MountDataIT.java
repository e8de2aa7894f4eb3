package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code mount-data} does with a disk, which is a file here: formats it where it is empty, and
 * never again. What mounts is a stub that notes its words.
 */
@Tag("machine")
class MountDataIT {
  private static final int MEGABYTES = 16;

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void attach() throws IOException {
    disk = folder.resolve("nvme-Amazon_Elastic_Block_Store_vol0123");
    Files.write(disk, new byte[MEGABYTES << 20]);
    for (String name : new String[] {"mount", "mountpoint", "chown", "chmod", "install"}) {
      Path stub = folder.resolve(name);
      String no = name.equals("mountpoint") ? "exit 1" : "";
      Files.writeString(
          stub, "#!/bin/sh\necho %s \"$@\" >>%s/said\n%s\n".formatted(name, folder, no));
      Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private int mountData(String name, String value) throws Exception {
    ProcessBuilder script =
        new ProcessBuilder("sh", Path.of("ami/root/opt/snapfleet/mount-data").toString());
    Map<String, String> environment = script.environment();
    environment.clear();
    environment.put("PATH", folder + ":/usr/sbin:/usr/bin:/sbin:/bin");
    environment.put("DISKS", folder.toString());
    environment.put(name, value);
    return script
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start()
        .waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  /** The id that a file system has from its making. */
  private String fileSystem() throws Exception {
    Process blkid =
        new ProcessBuilder("/usr/sbin/blkid", "-p", "-s", "UUID", "-o", "value", disk.toString())
            .start();
    return new String(blkid.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void anEmptyVolumeIsFormattedAndNeverAgain() throws Exception {
    assertThat(fileSystem()).isEmpty();

    assertThat(mountData("DATA_VOLUME", "vol-0123")).isZero();
    String made = fileSystem();
    assertThat(mountData("DATA_VOLUME", "vol-0123")).isZero();

    assertThat(made).isNotEmpty().isEqualTo(fileSystem());
    assertThat(said().lines().filter(line -> line.startsWith("mount ")))
        .hasSize(2)
        .allMatch(line -> line.endsWith(disk + " /var/lib/snapfleet"));
  }

  @Test
  void aFolderNeedsItsHelperAndSaysSo() throws Exception {
    assertThat(mountData("DATA_FILES", "fs-1:fsap-2")).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("output"))).contains("packer build -var efs=yes");

    Files.copy(folder.resolve("mount"), folder.resolve("mount.efs"));
    Files.setPosixFilePermissions(
        folder.resolve("mount.efs"), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(mountData("DATA_FILES", "fs-1:fsap-2")).isZero();
    assertThat(said())
        .contains("mount -t efs -o tls,iam,accesspoint=fsap-2 fs-1:/ /var/lib/snapfleet/shared");
  }

  @Test
  void withNeitherItDoesNothing() throws Exception {
    assertThat(mountData("LOG_GROUP", "/snapfleet")).isZero();
    assertThat(folder.resolve("said")).doesNotExist();
  }
}
