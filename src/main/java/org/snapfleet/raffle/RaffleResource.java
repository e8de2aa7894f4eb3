package org.snapfleet.raffle;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.snapfleet.http.Body;
import org.snapfleet.http.Problem;
import org.snapfleet.http.RequestLanguage;

/** {@code /api/raffle}: entering, and what the admin does. */
@Path("raffle")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Raffle")
public class RaffleResource {
  @Inject private RaffleDesk desk;
  @Inject private RaffleOffice office;
  @Inject private EntryLimit limit;
  @Context private HttpServletRequest request;

  /** Who wants to take part. */
  public record EntryJson(String email) {}

  /**
   * What both the first and the second time answer.
   *
   * @param receipt to keep: it shows that one took part
   */
  public record EnteredJson(String raffle, String receipt) {}

  /**
   * A raffle to make.
   *
   * @param closesAt ISO 8601 with a time zone
   * @param vouchers a number, or a list of codes or {@code {"code", "what"}}
   * @param source where the public value will come from, in words
   */
  public record MakeJson(String title, String closesAt, JsonValue vouchers, String source) {
    private NewRaffle raffle() {
      return new NewRaffle(
          Body.text(title), moment(closesAt), VoucherJson.parse(vouchers), Body.text(source));
    }

    private static Instant moment(String text) {
      try {
        return OffsetDateTime.parse(Body.text(text)).toInstant();
      } catch (DateTimeException e) {
        throw new Problem(400, "raffle.closes-at");
      }
    }
  }

  /** By what to draw. */
  public record DrawJson(String publicValue) {}

  /**
   * A winner, for the admin.
   *
   * @param email nothing where the entry was removed since
   * @param receipt the same
   */
  public record WinnerJson(
      int rank,
      String email,
      String receipt,
      String receiptSha256,
      VoucherJson voucher,
      boolean handedOver) {
    private static WinnerJson of(Winner winner) {
      return new WinnerJson(
          winner.rank(),
          winner.entry().map(entry -> entry.address().typed()).orElse(null),
          winner.entry().map(entry -> entry.receipt().text()).orElse(null),
          winner.receiptHash().toString(),
          VoucherJson.of(winner.voucher()),
          winner.handedOver());
    }
  }

  /** All of them. */
  public record WinnersJson(List<WinnerJson> winners) {}

  @GET
  @Operation(summary = "The latest raffle")
  @APIResponse(responseCode = "200", description = "The raffle; after the draw with its secret")
  @APIResponse(responseCode = "404", description = "There is none yet")
  public RaffleJson current() {
    return RaffleJson.of(desk.required(), desk);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A raffle, also a past one")
  @APIResponse(responseCode = "200", description = "The raffle")
  @APIResponse(responseCode = "404", description = "No such raffle")
  public RaffleJson find(@PathParam("id") String id) {
    return RaffleJson.of(desk.required(RaffleId.parse(id)), desk);
  }

  @GET
  @Path("{id}/receipts")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "The sealed list: for each receipt its SHA-256, sorted, a line each")
  @APIResponse(responseCode = "200", description = "The list, which never changes")
  @APIResponse(responseCode = "409", description = "The raffle is not sealed yet")
  public Response receipts(@PathParam("id") String id) {
    Raffle raffle = desk.required(RaffleId.parse(id));
    String sha256 =
        raffle
            .sealed()
            .map(Sealed::sha256)
            .orElseThrow(() -> new Problem(409, "raffle.not-sealed"));
    StreamingOutput list = out -> desk.writeReceipts(raffle, out);
    return Response.ok(list)
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .tag(sha256)
        .build();
  }

  @POST
  @Path("entries")
  @Operation(summary = "Take part; the second time is like the first")
  @APIResponse(responseCode = "200", description = "They are in")
  @APIResponse(responseCode = "400", description = "Not an e-mail address")
  @APIResponse(responseCode = "409", description = "No raffle is open")
  @APIResponse(responseCode = "429", description = "Too many from these addresses: wait a minute")
  @APIResponse(responseCode = "503", description = "Try again after a while")
  public EnteredJson enter(EntryJson asked) {
    limit.count(request);
    Entry entry = desk.enter(Body.text(Body.required(asked).email()), RequestLanguage.of(request));
    return new EnteredJson(desk.required().id().toString(), entry.receipt().text());
  }

  @POST
  @Operation(summary = "Make a raffle, as admin")
  @APIResponse(responseCode = "201", description = "It is open")
  @APIResponse(responseCode = "400", description = "A value that is not accepted")
  @APIResponse(responseCode = "409", description = "Another is not yet drawn")
  public Response make(MakeJson asked) {
    Raffle made = office.make(Body.required(asked).raffle());
    return Response.status(Response.Status.CREATED).entity(RaffleJson.of(made, desk)).build();
  }

  @POST
  @Path("close")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Close the raffle before its time and seal it, as admin; may be repeated")
  @APIResponse(responseCode = "200", description = "It is closed")
  public RaffleJson close() {
    return RaffleJson.of(office.close(), desk);
  }

  @POST
  @Path("draw")
  @Operation(summary = "Draw by the public value, as admin; repeated, it gives the same")
  @APIResponse(responseCode = "200", description = "It is drawn")
  @APIResponse(responseCode = "400", description = "Not a value to draw by")
  @APIResponse(responseCode = "409", description = "Not sealed yet, or drawn by another value")
  public RaffleJson draw(DrawJson asked) {
    return RaffleJson.of(office.draw(Body.text(Body.required(asked).publicValue())), desk);
  }

  @GET
  @Path("winners")
  @Operation(summary = "Who has won the latest raffle, as admin")
  @APIResponse(responseCode = "200", description = "By rank; none before the draw")
  public WinnersJson winners() {
    return new WinnersJson(
        office.winners(desk.required().id()).stream().map(WinnerJson::of).toList());
  }
}
