package org.snapfleet.fleet;

import java.util.Optional;
import java.util.function.Supplier;

/** Which request a thread is working for, so that the log can name it. */
public final class RequestInHand {
  private static final ThreadLocal<RequestInHand> CURRENT = new ThreadLocal<>();

  private final Supplier<String> id;
  private final Supplier<String> route;

  /** Both are asked for when something is logged, which is rare. */
  public RequestInHand(Supplier<String> id, Supplier<String> route) {
    this.id = id;
    this.route = route;
  }

  /** Takes it in hand; null where it is done. */
  public static void take(RequestInHand request) {
    if (request == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(request);
    }
  }

  static Optional<RequestInHand> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  String id() {
    return id.get();
  }

  String route() {
    return route.get();
  }
}
