package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;

/** What the forms of the admin's page do. What cannot be taken back has to be ticked besides. */
@Dependent
class RaffleForms {
  private static final Pattern RANK = Pattern.compile("[1-9]\\d{0,8}");

  private final RaffleOffice office;
  private final WinnerMail mail;

  @Inject
  RaffleForms(RaffleOffice office, WinnerMail mail) {
    this.office = office;
    this.mail = mail;
  }

  void make(HttpServletRequest request) {
    Instant closesAt =
        UtcTime.parse(FormFields.text(request, "closesAt"))
            .orElseThrow(() -> new Problem(400, "raffle.closes-at"));
    office.make(
        new NewRaffle(
            FormFields.text(request, "title").strip(),
            closesAt,
            VoucherLines.parse(FormFields.text(request, "vouchers")),
            FormFields.text(request, "source").strip()));
  }

  void close(HttpServletRequest request) {
    requireSure(request);
    office.close();
  }

  void draw(HttpServletRequest request) {
    requireSure(request);
    office.draw(FormFields.text(request, "publicValue"));
  }

  void mail(Raffle raffle, HttpServletRequest request) {
    requireSure(request);
    mail.sendAll(raffle);
  }

  /** The admin has decided on one mail: to send it once more, or that it is with the winner. */
  void mailOne(Raffle raffle, HttpServletRequest request) {
    String seen = FormFields.text(request, "attempt");
    if (FormFields.text(request, "decision").equals("sent")) {
      mail.takeForSent(raffle, rank(request), seen);
    } else {
      mail.sendAgain(raffle, rank(request), seen);
    }
  }

  void handOver(Raffle raffle, HttpServletRequest request) {
    boolean done = FormFields.text(request, "done").equals("true");
    office.markHandedOver(raffle.id(), rank(request), done);
  }

  void export(Raffle raffle, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Entry entry =
        office
            .export(raffle.id(), FormFields.text(request, "email"))
            .orElseThrow(() -> new Problem(404, "raffle.no-entry"));
    EntryServlet.export(raffle, entry, response);
  }

  void remove(Raffle raffle, HttpServletRequest request) {
    requireSure(request);
    if (!office.remove(raffle.id(), FormFields.text(request, "email"))) {
      throw new Problem(404, "raffle.no-entry");
    }
  }

  static int rank(HttpServletRequest request) {
    String text = FormFields.text(request, "rank");
    if (!RANK.matcher(text).matches()) {
      throw new Problem(404, "raffle.no-winner", text);
    }
    return Integer.parseInt(text);
  }

  private static void requireSure(HttpServletRequest request) {
    if (!FormFields.text(request, "sure").equals("true")) {
      throw new Problem(422, "raffle.sure");
    }
  }
}
