package org.snapfleet.photos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.storage.PhotoLinks;

/** {@code POST /api/samples}: the launcher's {@code samples} command. */
@Path("samples")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Photos")
public class SamplesResource {
  @Inject private Samples samples;
  @Inject private Visitor visitor;
  @Inject private PhotoLinks links;

  /** What was loaded. */
  public record SamplesJson(List<PhotoJson> photos) {}

  @POST
  @Operation(summary = "Load ten drawn photos, as admin; a second time adds nothing")
  @APIResponse(responseCode = "200", description = "The ten photos")
  public SamplesJson load() throws IOException {
    return new SamplesJson(
        samples.load(visitor.admin()).stream().map(card -> PhotoJson.of(card, links)).toList());
  }
}
