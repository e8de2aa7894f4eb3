package org.snapfleet.operations;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snapfleet.check.Dependency;

/**
 * {@code /health/dependencies}: what this instance depends on, in the form of MicroProfile Health.
 * For people and alarms, not for a balancer: it would drop all instances at once.
 */
@WebServlet("/health/dependencies")
public class DependenciesServlet extends HttpServlet {
  @Inject private transient DependencyLook look;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Dependency> all = look.all();
    boolean up = all.stream().allMatch(Dependency::isUp);
    JsonArrayBuilder checks = Json.createArrayBuilder();
    all.forEach(dependency -> checks.add(check(dependency)));
    byte[] body =
        Json.createObjectBuilder()
            .add("status", word(up))
            .add("checks", checks)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static JsonObjectBuilder check(Dependency dependency) {
    JsonObjectBuilder data = Json.createObjectBuilder().add("millis", dependency.took().toMillis());
    if (!dependency.isUp()) {
      data.add("cause", String.join("; ", dependency.causes()));
    }
    return Json.createObjectBuilder()
        .add("name", dependency.name())
        .add("status", word(dependency.isUp()))
        .add("data", data);
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
