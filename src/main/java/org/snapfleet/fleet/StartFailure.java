package org.snapfleet.fleet;

/**
 * The end of a start that cannot succeed.
 *
 * <p>Payara Micro would go on without the application, answering 404 to everyone; a balancer or a
 * process supervisor is better served by a process that ends. Its shutdown hooks would wait for the
 * deployment that is calling here, so they are not run.
 */
public final class StartFailure {
  /** The process's exit status: EX_CONFIG of sysexits.h. */
  static final int STATUS = 78;

  private StartFailure() {}

  /** Says why in one line and ends the process. */
  public static void stop(String why) {
    StandardError.say("snapfleet: cannot start: " + why);
    Runtime.getRuntime().halt(STATUS);
  }
}
