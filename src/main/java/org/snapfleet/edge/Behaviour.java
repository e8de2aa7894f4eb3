package org.snapfleet.edge;

import java.util.regex.Pattern;

/** What the distribution does with a request, by its path: the first that matches. */
enum Behaviour {
  /** {@code /media/own/*} and {@code /media/members/*}: a key group is trusted, no one else. */
  SIGNED("/media/(?:own|members)/.*"),

  /**
   * A public key and nothing else: 32 characters and a dash. A looser pattern would match a private
   * key whose slash is escaped, which S3 takes for the same name.
   */
  PUBLIC("/media/.{32}-.*"),

  /** The default. */
  SITE(".*");

  private final Pattern pattern;

  Behaviour(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /**
   * CloudFront matches the path in its normal form (RFC 3986, 6), and sends it as it came.
   *
   * @param path as sent
   */
  static Behaviour of(String path) {
    String normal = NormalPath.of(path);
    for (Behaviour behaviour : values()) {
      if (behaviour.pattern.matcher(normal).matches()) {
        return behaviour;
      }
    }
    throw new IllegalStateException("the last one matches all");
  }

  boolean isMedia() {
    return this != SITE;
  }
}
