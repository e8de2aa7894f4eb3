package org.snapfleet.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code /health/ready}: about this instance alone. What all instances share must not have the
 * balancer drop, or auto scaling replace, all of them at once.
 */
@Readiness
@ApplicationScoped
class Ready implements HealthCheck {
  private final Starting starting;
  private final Drain drain;

  @Inject
  Ready(Starting starting, Drain drain) {
    this.starting = starting;
    this.drain = drain;
  }

  /** For the client proxy. */
  protected Ready() {
    this(null, null);
  }

  @Override
  public HealthCheckResponse call() {
    String state = !starting.isOver() ? "starting" : drain.isUnderWay() ? "draining" : "ready";
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("instance")
            .status(state.equals("ready"))
            .withData("state", state);
    starting.obstacle().ifPresent(why -> answer.withData("database", why));
    return answer.build();
  }
}
