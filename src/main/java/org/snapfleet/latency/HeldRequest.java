package org.snapfleet.latency;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A request that waits outside of its thread (Jakarta Servlet, 2.3.3.3).
 *
 * <p>Payara loses a dispatch that another thread asks for before the request's first thread has
 * left it: it is neither carried out nor refused. So this knows that thread, and whether it is
 * still in the container's hands with this request.
 */
final class HeldRequest {
  private static final String CONTAINER = "org.apache.catalina.connector.CoyoteAdapter";

  /** What each thread has put aside last. */
  private static final Map<Thread, HeldRequest> LATEST = new ConcurrentHashMap<>();

  private enum State {
    WAITING,
    GOING_ON,
    OVER
  }

  private final AsyncContext context;
  private final Turnstile turnstile;
  private final Runnable over;
  private final Thread thread = Thread.currentThread();
  private State state = State.WAITING;

  private HeldRequest(AsyncContext context, Turnstile turnstile, Runnable over) {
    this.context = context;
    this.turnstile = turnstile;
    this.over = over;
  }

  /**
   * Puts it aside.
   *
   * @param turnstile through which it goes on
   * @param over called once, when it was answered or its client is gone
   */
  static HeldRequest of(HttpServletRequest request, Turnstile turnstile, Runnable over) {
    AsyncContext context = request.startAsync();
    context.setTimeout(0); // none: it goes on by itself
    HeldRequest held = new HeldRequest(context, turnstile, over);
    context.addListener(held.new End());
    LATEST.put(held.thread, held);
    return held;
  }

  boolean isLeftByItsThread() {
    return LATEST.get(thread) != this
        || Arrays.stream(thread.getStackTrace())
            .noneMatch(frame -> frame.getClassName().equals(CONTAINER));
  }

  /** It goes through all filters again, to where it was going; now or in its turn. */
  void goOn() {
    turnstile.enter(this::dispatch);
  }

  private void dispatch() {
    if (change(State.GOING_ON) == State.OVER) {
      turnstile.left();
      return;
    }
    try {
      context.dispatch();
    } catch (IllegalStateException e) { // its client has just gone
      end();
    }
  }

  private void end() {
    LATEST.remove(thread, this);
    State before = change(State.OVER);
    if (before == State.GOING_ON) {
      turnstile.left();
    }
    if (before != State.OVER) {
      over.run();
    }
  }

  /** The state before; one that is over stays so. */
  private synchronized State change(State next) {
    State before = state;
    state = before == State.OVER ? before : next;
    return before;
  }

  /** Whichever way it is reached. */
  private final class End implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      end();
    }

    @Override
    public void onError(AsyncEvent event) {
      end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // it begins only once
    }
  }
}
