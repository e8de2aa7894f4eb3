package org.snapfleet.raffle;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.Language;
import org.snapfleet.http.Messages;
import org.snapfleet.mail.Letter;

/**
 * What is written to those who take part, each in their language. Links are in it only where the
 * site knows its own address, {@code snapfleet.url} or CloudFront's: what a request says of that,
 * anyone can say.
 */
@Dependent
class RaffleLetters {
  /** After closing: as long as anything can be remembered of the person. */
  private static final Duration LINK_LIFE = Duration.ofDays(60);

  private final EntryLinks links;
  private final Optional<String> site;

  @Inject
  RaffleLetters(Settings settings, EntryLinks links) {
    this.links = links;
    this.site =
        settings
            .url()
            .or(() -> settings.cloudFront().map(CloudFrontSettings::url))
            .map(URI::toString)
            .map(url -> url.replaceAll("/+$", ""));
  }

  /** Tells someone that they are in, by which receipt, and how to leave. */
  Letter confirmation(Raffle raffle, Entry entry) {
    Language language = entry.language();
    String text =
        Messages.text(
                language,
                "raffle.mail.confirm",
                raffle.title(),
                entry.receipt().text(),
                UtcTime.of(raffle.closesAt()))
            + "\n\n"
            + leave(raffle, entry);
    return new Letter(
        entry.address().forSending(),
        Messages.text(language, "raffle.mail.confirm.subject", raffle.title()),
        text);
  }

  private String leave(Raffle raffle, Entry entry) {
    EntryLinks.Named named = new EntryLinks.Named(raffle.id(), entry.address().key());
    return site.map(
            url ->
                Messages.text(
                    entry.language(),
                    "raffle.mail.leave",
                    url + EntryServlet.PATH + "?of=" + links.seal(named, expiry(raffle)),
                    url + RaffleServlet.PATH))
        .orElseGet(() -> Messages.text(entry.language(), "raffle.mail.leave.ask"));
  }

  private static Instant expiry(Raffle raffle) {
    return raffle.closesAt().plus(LINK_LIFE);
  }

  /** Tells a winner what they have won. */
  Letter winner(Raffle raffle, Winner winner, Entry entry) {
    Language language = entry.language();
    Voucher voucher = winner.voucher();
    String won =
        Messages.text(
            language,
            "raffle.mail.winner",
            raffle.title(),
            Integer.toString(winner.rank()),
            entry.receipt().text());
    String what =
        voucher.what().isEmpty()
            ? ""
            : "\n\n" + Messages.text(language, "raffle.mail.winner.what", voucher.what());
    String code =
        "\n\n"
            + voucher
                .code()
                .map(text -> Messages.text(language, "raffle.mail.winner.code", text))
                .orElseGet(() -> Messages.text(language, "raffle.mail.winner.no-code"));
    String check =
        site.map(
                url ->
                    Messages.text(
                        language, "raffle.mail.winner.check", url + "/raffle/" + raffle.id()))
            .map("\n\n"::concat)
            .orElse("");
    return new Letter(
        entry.address().forSending(),
        Messages.text(language, "raffle.mail.winner.subject", raffle.title()),
        won + what + code + check + "\n");
  }
}
