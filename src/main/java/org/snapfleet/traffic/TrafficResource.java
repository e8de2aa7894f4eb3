package org.snapfleet.traffic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/traffic}: who sent how much, in windows. */
@Path("traffic")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Traffic")
public class TrafficResource {
  @Inject private TrafficOffice office;
  @Context private HttpServletResponse response;

  @GET
  @Operation(
      summary = "Who sent how much in the last minutes, as admin",
      description =
          "At most 360 windows, with at most 51 clients and 21 instances each: those with the most"
              + " requests by name, the rest as other. All requests of the windows and all that"
              + " were dropped are as many as came.")
  @APIResponse(responseCode = "200", description = "The windows, the oldest first")
  @APIResponse(responseCode = "400", description = "A parameter that is not accepted")
  public TrafficJson traffic(
      @Parameter(description = "How far back, 1 to 1440; otherwise 60") @QueryParam("minutes")
          String minutes,
      @Parameter(description = "How many clients by name, 0 to 50; otherwise 8")
          @QueryParam("clients")
          String clients,
      @Parameter(description = "The clients by name in place of those with the most requests")
          @QueryParam("client")
          List<String> named,
      @Parameter(description = "Only the windows from that of this time on (ISO 8601, UTC)")
          @QueryParam("since")
          String since) {
    response.setHeader("Cache-Control", "private, no-store");
    TrafficQuery query = TrafficQuery.parse(minutes, clients, named, since);
    return TrafficJson.of(office.report(query), office.writing());
  }
}
