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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.http.Language;
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

  /** The form's fields, for the description of the API. */
  @Schema(description = "photo may come more than once")
  public record UploadForm(
      @Schema(format = "binary", required = true) String photo,
      String caption,
      @Schema(enumeration = "public") String visibility) {}

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Upload one or more photos")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = UploadForm.class)))
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "A name of the client's for this upload: a retry under it stores nothing twice",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "201",
      description = "At least one file was stored",
      content = @Content(schema = @Schema(implementation = UploadJson.class)))
  @APIResponse(responseCode = "413", description = "Too large; the limit is named")
  @APIResponse(responseCode = "415", description = "Not an image of a kind that is taken")
  @APIResponse(responseCode = "422", description = "Damaged, cut short, empty or too many pixels")
  @APIResponse(responseCode = "503", description = "Too busy just now; see Retry-After")
  public Response upload() throws IOException {
    UploadOutcome outcome = uploads.handle(request);
    if (outcome.stored().isEmpty() && outcome.refused().size() == 1) {
      throw outcome.refused().get(0).problem();
    }
    int status = outcome.stored().isEmpty() ? outcome.refused().get(0).problem().status() : 201;
    return Response.status(status).entity(json(outcome)).build();
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
