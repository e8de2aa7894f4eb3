package org.snapfleet.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.accounts.SessionResource.Credentials;
import org.snapfleet.accounts.SessionResource.SessionJson;
import org.snapfleet.http.Body;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/** {@code /api/users}: registering and leaving. */
@Path("users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class UsersResource {
  @Inject private Visitor visitor;
  @Inject private Registration registration;
  @Inject private OwnAccount own;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  @POST
  @Operation(summary = "Register a name with a password")
  @APIResponse(responseCode = "201", description = "Registered and signed in")
  @APIResponse(responseCode = "409", description = "The name is taken")
  @APIResponse(responseCode = "422", description = "The name or the password is refused")
  public Response register(Credentials credentials) {
    Credentials given = Body.required(credentials);
    Person person =
        registration.register(
            Body.text(given.username()), Body.text(given.password()), request, response);
    return Response.status(Response.Status.CREATED)
        .entity(SessionJson.of(Optional.of(person)))
        .build();
  }

  @DELETE
  @Path("{name}")
  @Operation(summary = "Remove an account with all its photos: one's own, or any as admin")
  @APIResponse(responseCode = "204", description = "Removed")
  public void remove(@PathParam("name") String name) {
    Person asking = visitor.signedIn();
    AccountName removed = AccountName.parse(name);
    if (!asking.admin() && !removed.key().equals(new AccountName(asking.name()).key())) {
      throw new Problem(403, "forbidden.not-yours");
    }
    own.remove(removed);
  }
}
