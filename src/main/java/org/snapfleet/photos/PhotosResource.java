package org.snapfleet.photos;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.accounts.People;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.Body;
import org.snapfleet.http.Problem;
import org.snapfleet.storage.PhotoLinks;

/** {@code /api/photos}: lists, single photos, changes. */
@Path("photos")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Photos")
public class PhotosResource {
  private static final int MOST = 100;

  @Inject private PhotoLists lists;
  @Inject private LatestPhotos latest;
  @Inject private PhotoAccess access;
  @Inject private Discretion discretion;
  @Inject private PhotoChanges changes;
  @Inject private PhotoLinks links;
  @Inject private People people;
  @Inject private Visitor visitor;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** What may be changed; what is left out stays. */
  public record Change(String caption, String visibility) {}

  @GET
  @Operation(summary = "The latest photos, of everyone or of one person, newest first")
  @APIResponse(responseCode = "200", description = "A page of the list")
  public PhotoJson.Page list(
      @QueryParam("limit") String limit,
      @QueryParam("before") String before,
      @QueryParam("owner") String owner) {
    PhotoId from = before == null ? PhotoId.LAST : PhotoId.parse(before);
    LatestPhotos.Latest listed = listed(limit(limit), from, Optional.ofNullable(owner));
    PhotoPage page = listed.page();
    discretion.mark(page.photos(), request, response);
    return new PhotoJson.Page(
        page.photos().stream().map(card -> PhotoJson.of(card, links)).toList(),
        page.next().map(PhotoId::toString).orElse(null),
        listed.source());
  }

  private LatestPhotos.Latest listed(int limit, PhotoId from, Optional<String> owner) {
    if (owner.isEmpty() && from.equals(PhotoId.LAST) && limit == latest.limit()) {
      return latest.forAnyone();
    }
    PhotoPage page =
        owner.isPresent()
            ? lists.of(people.named(owner.get()), visitor.person(), from, limit)
            : lists.latest(from, limit);
    return new LatestPhotos.Latest(page, limit, false);
  }

  private int limit(String text) {
    if (text == null) {
      return latest.limit();
    }
    if (!text.matches("[1-9]\\d?|100")) {
      throw new Problem(400, "list.limit", MOST);
    }
    return Integer.parseInt(text);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One photo")
  @APIResponse(responseCode = "200", description = "The photo")
  @APIResponse(responseCode = "404", description = "No such photo, or not for you")
  public PhotoJson find(@PathParam("id") String id) {
    PhotoCard card = access.shown(PhotoId.parse(id), request);
    discretion.mark(List.of(card), request, response);
    return PhotoJson.of(card, links);
  }

  @PATCH
  @Path("{id}")
  @Operation(summary = "Change one's photo: its caption, who may see it")
  @APIResponse(responseCode = "200", description = "The photo as it is now")
  @APIResponse(responseCode = "403", description = "The photo is somebody else's")
  public PhotoJson change(@PathParam("id") String id, Change change) throws IOException {
    Change given = Body.required(change);
    PhotoId photo = PhotoId.parse(id);
    if (given.caption() != null) {
      Caption.parse(given.caption());
    }
    if (given.visibility() != null) {
      changes.changeVisibility(photo, given.visibility());
    }
    if (given.caption() != null) {
      changes.changeCaption(photo, given.caption());
    }
    return find(id);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Remove one's photo; any, as admin")
  @APIResponse(responseCode = "204", description = "Removed, with its bytes")
  @APIResponse(responseCode = "403", description = "The photo is somebody else's")
  public void remove(@PathParam("id") String id) {
    changes.remove(PhotoId.parse(id));
  }
}
