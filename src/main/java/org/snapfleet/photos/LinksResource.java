package org.snapfleet.photos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.storage.PhotoLinks;

/** {@code POST /api/photos/{id}/links}: sharing a photo by link. */
@Path("photos/{id}/links")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Photos")
public class LinksResource {
  @Inject private PhotoChanges changes;
  @Inject private Discretion discretion;
  @Inject private ShareLinks shares;
  @Inject private PhotoLinks links;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @POST
  @Operation(summary = "Make a new share link of one's photo; all earlier ones end")
  @APIResponse(responseCode = "200", description = "The photo as it is now, and the link")
  @APIResponse(responseCode = "404", description = "No such photo, or not for you")
  @APIResponse(responseCode = "409", description = "Its visibility is not “link”")
  public SharedJson share(@PathParam("id") String id) throws IOException {
    PhotoCard card = changes.endShareLinks(PhotoId.parse(id));
    discretion.mark(List.of(card), request, response);
    return SharedJson.of(PhotoJson.of(card, links), shares.make(card, request));
  }
}
