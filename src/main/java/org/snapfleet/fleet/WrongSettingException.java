package org.snapfleet.fleet;

import java.util.regex.Pattern;

/** A configuration value that the site cannot start with, told in one line. */
public final class WrongSettingException extends RuntimeException {
  private static final Pattern SECRET = Pattern.compile("(?:password|link\\.key|origin-secret)$");

  WrongSettingException(String key, String value, String accepted) {
    super(
        value.isEmpty()
            ? "%s is missing; accepted: %s".formatted(key, accepted)
            : "%s=%s is not accepted; accepted: %s".formatted(key, shown(key, value), accepted));
  }

  private static String shown(String key, String value) {
    return SECRET.matcher(key).find() ? "(not shown)" : value;
  }
}
