package org.snapfleet.fleet;

/**
 * The end of a start that cannot succeed.
 *
 * <p>Payara Micro would go on without the application, answering 404 to everyone; a balancer or a
 * process supervisor is better served by a process that ends. Its shutdown hooks would wait for the
 * deployment that is calling here, so they are not run. The exit status says whether it is worth
 * another try: by those of {@code sysexits.h}.
 */
public final class StartFailure {
  /** EX_CONFIG: not before somebody has changed something. */
  static final int STATUS = 78;

  /** EX_TEMPFAIL: soon. */
  private static final int PASSING = 75;

  private StartFailure() {}

  /** Says why in one line and ends the process. */
  public static void stop(String why) {
    end(STATUS, why);
  }

  /** The same for what was thrown, which may be an outage of the database alone. */
  static void stop(String what, Throwable thrown) {
    end(Outage.is(thrown) ? PASSING : STATUS, what + Reasons.rootOf(thrown));
  }

  private static void end(int status, String why) {
    StandardError.say("snapfleet: cannot start: " + why);
    Runtime.getRuntime().halt(status);
  }
}
