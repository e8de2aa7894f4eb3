package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: about this instance alone. What all instances share must not have the
 * balancer drop, or auto scaling replace, all of them at once.
 */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {
  private final Drain drain;
  private volatile boolean hasStarted;

  @Inject
  Ready(Drain drain) {
    this.drain = drain;
  }

  void start(@Observes @Priority(StartOrder.READY) Startup event) {
    hasStarted = true;
  }

  /** For the client proxy. */
  protected Ready() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    String state = !hasStarted ? "starting" : drain.isUnderWay() ? "draining" : "ready";
    return HealthCheckResponse.named("instance")
        .status(state.equals("ready"))
        .withData("state", state)
        .build();
  }
}
