package org.snapfleet.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A request that cannot be answered as asked: an HTTP status and a message that says what was wrong
 * and what to do. Shown as {@code application/problem+json} (RFC 9457) or as a page.
 */
public final class Problem extends RuntimeException {
  private final int status;
  private final String key;
  private final transient List<Object> arguments;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param status an HTTP status of 400 or above
   * @param key the message's key, without its {@code problem.} prefix
   * @param arguments what the message's pattern names
   */
  public Problem(int status, String key, Object... arguments) {
    this(status, key, Optional.empty(), List.of(arguments));
  }

  private Problem(int status, String key, Optional<Duration> retryAfter, List<Object> arguments) {
    super("%d %s".formatted(status, key), null, false, false);
    this.status = status;
    this.key = key;
    this.retryAfter = retryAfter;
    this.arguments = arguments;
  }

  /** The same problem, worth another try after a while. */
  public Problem retryAfter(Duration pause) {
    return new Problem(status, key, Optional.of(pause), arguments);
  }

  public int status() {
    return status;
  }

  /** A stable name for programs: {@code upload.too-large}. */
  public String key() {
    return key;
  }

  /** The same name as RFC 9457 wants it, a URI. */
  public String type() {
    return "urn:snapfleet:problem:" + key;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** A few words. */
  public String title(Language language) {
    return Messages.text(language, "problem." + key + ".title");
  }

  /** What was wrong and what to do, in a sentence or two. */
  public String detail(Language language) {
    return Messages.text(language, "problem." + key, arguments.toArray());
  }
}
