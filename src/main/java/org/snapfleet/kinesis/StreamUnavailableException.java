package org.snapfleet.kinesis;

/** A stream did not do what was asked; the message names it, the likely cause and what to do. */
public final class StreamUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient StreamTrouble trouble;

  public StreamUnavailableException(String stream, StreamTrouble trouble) {
    super("Kinesis stream %s: %s".formatted(stream, trouble.text()));
    this.trouble = trouble;
  }

  /** The likely cause. */
  public StreamTrouble trouble() {
    return trouble;
  }
}
