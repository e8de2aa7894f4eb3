package org.snapfleet.ami;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The folder in memory where the service finds what it was told: nobody but its user and root may
 * read it.
 */
final class ServiceFolder {
  private static final String ENVIRONMENT = "environment";

  private final Path folder;
  private int files;

  ServiceFolder(Path folder) {
    this.folder = folder;
  }

  /** Writes a secret to a file and gives its path. */
  String secret(String text) {
    files++;
    Path file = folder.resolve("secret-" + files);
    write(file, text, "r--------");
    return file.toString();
  }

  /** Writes what systemd reads as {@code EnvironmentFile=}; a shell reads it alike. */
  void environment(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append("%s=\"%s\"%n".formatted(name, escaped(value))));
    write(folder.resolve(ENVIRONMENT), text.toString(), "rw-------");
  }

  private static String escaped(String value) {
    return value.replaceAll("([\"\\\\$`])", "\\\\$1");
  }

  /** Under another name until it is whole. */
  private void write(Path file, String text, String permissions) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
