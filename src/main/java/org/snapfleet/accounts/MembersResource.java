package org.snapfleet.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/members}: who may enter the members' area. */
@Path("members/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class MembersResource {
  @Inject private Membership membership;

  @PUT
  @Operation(summary = "Make someone a member, as admin; all their sessions end")
  @APIResponse(responseCode = "204", description = "They are one when they sign in again")
  @APIResponse(responseCode = "404", description = "No such person")
  @APIResponse(responseCode = "409", description = "The person has no password")
  public void add(@PathParam("name") String name) {
    membership.change(name, true);
  }

  @DELETE
  @Operation(summary = "End someone's membership, as admin; all their sessions end")
  @APIResponse(responseCode = "204", description = "They are none")
  @APIResponse(responseCode = "404", description = "No such person")
  public void remove(@PathParam("name") String name) {
    membership.change(name, false);
  }
}
