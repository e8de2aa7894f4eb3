package org.snapfleet.drill;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.snapfleet.site.FleetPart;

/** Asks an instance whether it is ready, past the balancer, as an AWS balancer's node does. */
final class HealthCheck {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HealthFigures figures;

  HealthCheck(HealthFigures figures) {
    this.figures = figures;
  }

  CompletableFuture<Boolean> ask(FleetPart instance, Duration patience) {
    URI address = URI.create("http://" + instance.address() + figures.path());
    HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
    return client
        .sendAsync(request, BodyHandlers.discarding())
        .handle((answer, failure) -> failure == null && answer.statusCode() == 200);
  }
}
