package org.snapfleet.fleet;

/** A configuration value that the site cannot start with, told in one line. */
public final class WrongSettingException extends RuntimeException {
  WrongSettingException(String key, String value, String accepted) {
    super(
        value.isEmpty()
            ? "%s is missing; accepted: %s".formatted(key, accepted)
            : "%s=%s is not accepted; accepted: %s".formatted(key, shown(key, value), accepted));
  }

  private static String shown(String key, String value) {
    return key.endsWith("password") || key.endsWith("key") ? "(not shown)" : value;
  }
}
