package org.snapfleet.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.snapfleet.fleet.DatabaseSettings;

/**
 * The admin's password on a machine that was given none: made once, kept in a file that only the
 * site's own user can read, beside the database that holds its hash.
 */
record GeneratedPassword(String text) {
  private static final String FILE = "admin-password";
  private static final int BYTES = 12;

  static GeneratedPassword in(DatabaseSettings database) throws IOException {
    Path file = database.folder().resolve(FILE);
    if (Files.exists(file)) {
      return new GeneratedPassword(Files.readString(file).strip());
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    write(file, text + "\n");
    return new GeneratedPassword(text);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), FILE, null);
    if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
