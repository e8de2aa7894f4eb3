package org.snapfleet.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.fleet.LiveSetting;
import org.snapfleet.http.Body;

/** {@code /api/fleet}: the instances, and what may change while they live. */
@Path("fleet")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fleet")
public class FleetResource {
  @Inject private FleetOffice office;

  /** The instances. */
  public record FleetJson(List<MemberView> instances) {}

  /**
   * What to change; what is not named stays.
   *
   * @param latency {@code 0ms}, another duration, or a range {@code 200ms..3s}
   * @param latest photos a page
   * @param edgeSeconds for how long an edge cache may hold an anonymous page
   * @param instance the address of one; for all, where there is none
   */
  public record LiveJson(String latency, Integer latest, Integer edgeSeconds, String instance) {
    private Map<LiveSetting<?>, String> texts() {
      Map<LiveSetting<?>, String> texts = new LinkedHashMap<>();
      texts.put(LiveSetting.LATENCY, latency);
      texts.put(LiveSetting.LATEST, text(latest));
      texts.put(LiveSetting.EDGE_SECONDS, text(edgeSeconds));
      texts.values().removeIf(Objects::isNull);
      return texts;
    }

    private static String text(Integer number) {
      return number == null ? null : number.toString();
    }
  }

  @GET
  @Operation(summary = "The instances of the fleet, as admin; those that stopped are gone")
  @APIResponse(responseCode = "200", description = "All of the last hour, the oldest first")
  public FleetJson instances() {
    return new FleetJson(office.instances());
  }

  @PUT
  @Path("settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change the live settings of one instance or of all, as admin; within 2 s")
  @APIResponse(responseCode = "204", description = "It is changed")
  @APIResponse(responseCode = "400", description = "A value that is not accepted, or none at all")
  @APIResponse(responseCode = "404", description = "No such instance")
  public void change(LiveJson next) {
    LiveJson asked = Body.required(next);
    office.change(asked.texts(), asked.instance());
  }
}
