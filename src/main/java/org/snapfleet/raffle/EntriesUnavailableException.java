package org.snapfleet.raffle;

/** The store of entries did not do what was asked; the message says why and what to do. */
public final class EntriesUnavailableException extends RuntimeException {
  private final transient DynamoTrouble trouble;

  EntriesUnavailableException(String table, DynamoTrouble trouble, Throwable cause) {
    super("DynamoDB table %s: %s".formatted(table, trouble.text()), cause);
    this.trouble = trouble;
  }

  /** The likely cause. */
  public DynamoTrouble trouble() {
    return trouble;
  }
}
