package org.snapfleet.photos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.http.Language;
import org.snapfleet.http.Problem;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.storage.PhotoLinks;

/** {@code POST /api/photos}: uploading. */
@Path("photos")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Photos")
public class UploadResource {
  @Inject private UploadRequest uploads;
  @Inject private PhotoLinks links;
  @Context private HttpServletRequest request;

  /** What was stored, and each refused file with its reason. */
  public record UploadJson(List<PhotoJson> stored, List<RefusedJson> refused) {}

  /** A file that was not stored. */
  public record RefusedJson(String name, int status, String title, String detail) {}

  /** No file was stored (RFC 9457, with an extension). */
  public record AllRefusedJson(
      String type, String title, int status, String detail, List<RefusedJson> refused) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Upload one or more photos")
  @APIResponse(responseCode = "201", description = "At least one file was stored")
  @APIResponse(responseCode = "413", description = "Too large; the limit is named")
  @APIResponse(responseCode = "415", description = "Not an image of a kind that is taken")
  @APIResponse(responseCode = "422", description = "Damaged, cut short, empty or too many pixels")
  @APIResponse(responseCode = "503", description = "Too busy just now; see Retry-After")
  public Response upload() throws IOException {
    UploadOutcome outcome = uploads.handle(request);
    if (outcome.stored().isEmpty() && outcome.refused().size() == 1) {
      throw outcome.refused().get(0).problem();
    }
    return outcome.stored().isEmpty() ? allRefused(outcome) : stored(outcome);
  }

  private Response stored(UploadOutcome outcome) {
    return Response.status(Response.Status.CREATED).entity(json(outcome)).build();
  }

  /** A problem document for the first file, with those of all as its extension. */
  private Response allRefused(UploadOutcome outcome) {
    Problem first = outcome.refused().get(0).problem();
    Language language = RequestLanguage.of(request);
    return Response.status(first.status())
        .type("application/problem+json")
        .entity(
            new AllRefusedJson(
                first.type(),
                first.title(language),
                first.status(),
                first.detail(language),
                json(outcome).refused()))
        .build();
  }

  private UploadJson json(UploadOutcome outcome) {
    Language language = RequestLanguage.of(request);
    return new UploadJson(
        outcome.stored().stream().map(card -> PhotoJson.of(card, links)).toList(),
        outcome.refused().stream().map(file -> json(file, language)).toList());
  }

  private static RefusedJson json(UploadOutcome.Refused file, Language language) {
    return new RefusedJson(
        file.name(),
        file.problem().status(),
        file.problem().title(language),
        file.problem().detail(language));
  }
}
