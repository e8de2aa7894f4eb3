package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snapfleet.http.View;
import org.snapfleet.mail.Letter;

/** What the admin sees of a raffle. */
@Dependent
class AdminPage {
  private final RaffleDesk desk;
  private final RaffleOffice office;
  private final WinnerMail mail;

  @Inject
  AdminPage(RaffleDesk desk, RaffleOffice office, WinnerMail mail) {
    this.desk = desk;
    this.office = office;
    this.mail = mail;
  }

  /**
   * A row of the winners' table. Public, as all that the expression language calls must be.
   *
   * @param email empty where the entry was removed
   * @param code empty where the voucher has none
   * @param mail {@code none}, {@code sending}, {@code unknown}, {@code sent} or {@code failed}
   * @param attempt names the try to which that applies
   */
  public record WinnerRow(
      int rank,
      String email,
      String receiptHash,
      String code,
      String what,
      String mail,
      String attempt,
      boolean handedOver) {

    static WinnerRow of(Winner winner, MailState state) {
      return new WinnerRow(
          winner.rank(),
          winner.entry().map(entry -> entry.address().typed()).orElse(""),
          winner.receiptHash().toString(),
          winner.voucher().code().orElse(""),
          winner.voucher().what(),
          state.kind().toString(),
          state.attempt(),
          winner.handedOver());
    }

    public boolean isUndecided() {
      return mail.equals("unknown") || mail.equals("failed");
    }
  }

  /** A letter as it would be sent. */
  public record LetterView(String from, String to, String subject, String text) {}

  View of(Optional<Raffle> raffle, HttpServletRequest request, HttpServletResponse response) {
    View view = View.of("raffle-admin", request, response).with("discreet", true);
    List<RaffleView> all = desk.all().stream().map(one -> RaffleView.of(one, 0)).toList();
    view.with("raffles", all).with("mailOn", mail.isOn());
    raffle.ifPresent(one -> fill(view, one));
    return view.with("canMake", all.isEmpty() || all.get(0).state().equals("drawn"));
  }

  private void fill(View view, Raffle raffle) {
    view.with("raffle", RaffleView.of(raffle, desk.count(raffle)));
    if (raffle.state() == RaffleState.DRAWN) {
      List<WinnerRow> rows = rows(raffle);
      view.with("winners", rows)
          .with("unmailed", rows.stream().filter(row -> row.mail().equals("none")).count());
    }
  }

  private List<WinnerRow> rows(Raffle raffle) {
    Map<Integer, MailState> states = mail.states(raffle.id());
    return office.winners(raffle.id()).stream()
        .map(winner -> WinnerRow.of(winner, states.getOrDefault(winner.rank(), MailState.NONE)))
        .toList();
  }

  /** The dry run: what one winner would be written. */
  View mail(Raffle raffle, int rank, HttpServletRequest request, HttpServletResponse response) {
    Letter letter = mail.letter(raffle, rank);
    return View.of("raffle-mail", request, response)
        .with("raffle", RaffleView.of(raffle, 0))
        .with("discreet", true)
        .with(
            "letter",
            new LetterView(mail.from().orElse(""), letter.to(), letter.subject(), letter.text()));
  }

  /** The winners as a file for spreadsheets. */
  void download(Raffle raffle, HttpServletResponse response) throws IOException {
    String csv = WinnersCsv.of(office.winners(raffle.id()), mail.states(raffle.id()));
    byte[] body = csv.getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"winners.csv\"");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
