package org.snapfleet.accounts;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.http.Body;
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** {@code /api/session}: who is signed in, signing in and out, changing one's password. */
@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class SessionResource {
  @Inject private Visitor visitor;
  @Inject private SignIn signIn;
  @Inject private OwnAccount own;
  @Inject private BrowserSession session;
  @Context private HttpServletRequest request;
  @Context private HttpServletResponse response;

  /** What the API tells of a session. */
  public record SessionJson(UserJson user) {
    static SessionJson of(Optional<Person> person) {
      return new SessionJson(person.map(UserJson::of).orElse(null));
    }
  }

  /** What the API tells of someone signed in. */
  public record UserJson(String name, boolean admin, boolean member) {
    static UserJson of(Person person) {
      return new UserJson(person.name(), person.admin(), person.member());
    }
  }

  /** A name, and the password where one is asked for. */
  public record Credentials(String username, String password) {}

  /** The password as it is and as it shall be. */
  public record PasswordChange(String old, @JsonbProperty("new") String fresh) {}

  @GET
  @Operation(summary = "Who is signed in")
  public SessionJson current() {
    return SessionJson.of(visitor.personForSure());
  }

  @POST
  @Operation(summary = "Sign in: a name, and the password where one is asked for")
  @APIResponse(responseCode = "200", description = "Signed in; the session is in the cookie")
  @APIResponse(responseCode = "401", description = "The password is missing or wrong")
  @APIResponse(responseCode = "429", description = "Too many wrong passwords")
  public SessionJson signIn(Credentials credentials) {
    Credentials given = Body.required(credentials);
    Person person =
        signIn.signIn(Body.text(given.username()), Body.text(given.password()), request, response);
    return SessionJson.of(Optional.of(person));
  }

  @DELETE
  @Operation(summary = "Sign out, here or everywhere")
  @APIResponse(responseCode = "204", description = "Signed out")
  public void signOut(@QueryParam("everywhere") @DefaultValue("false") boolean everywhere) {
    if (everywhere) {
      session.endAll(visitor.signedIn().account());
    }
    session.end(request, response);
  }

  @PUT
  @Path("password")
  @Operation(summary = "Change one's password; all other sessions end")
  @APIResponse(responseCode = "204", description = "Changed; a new session is in the cookie")
  public void changePassword(PasswordChange change) {
    PasswordChange given = Body.required(change);
    own.changePassword(
        visitor.signedIn(), Body.text(given.old()), Body.text(given.fresh()), request, response);
  }
}
