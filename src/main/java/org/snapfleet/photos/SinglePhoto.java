package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.View;

/** The page of one photo. */
@ApplicationScoped
class SinglePhoto {
  private final PhotoViews views;
  private final Discretion discretion;
  private final EdgeTerms edge;
  private final VisibilityChoice choice;
  private final ShareLinks shares;
  private final Visitor visitor;

  @Inject
  SinglePhoto(
      PhotoViews views,
      Discretion discretion,
      EdgeTerms edge,
      VisibilityChoice choice,
      ShareLinks shares,
      Visitor visitor) {
    this.views = views;
    this.discretion = discretion;
    this.edge = edge;
    this.choice = choice;
    this.shares = shares;
    this.visitor = visitor;
  }

  /** For the client proxy. */
  protected SinglePhoto() {
    this(null, null, null, null, null, null);
  }

  /**
   * The share link that the owner may pass on. Public, as all that the expression language calls.
   *
   * @param expiresAt as ISO 8601, for machines
   * @param expiresText the same for people
   */
  public record ShareView(String page, String expiresAt, String expiresText) {}

  View of(PhotoCard card, HttpServletRequest request, HttpServletResponse response) {
    PhotoView photo = views.view(card, request);
    Optional<Share> share = shares.used(card, request);
    if (share.isPresent() && !photo.editable()) {
      // the address opens the photo: no other site may be told it
      response.setHeader("Referrer-Policy", "no-referrer");
    }
    boolean discreet = discretion.mark(List.of(card), request, response);
    edge.apply(request, response);
    return View.of("photo", request, response)
        .with("photo", photo)
        .with("choices", choices(card))
        .with("share", share.map(s -> view(s, request)).orElse(null))
        .with(View.QUERY, share.map(s -> s.path().replaceFirst(".*\\?", "")).orElse(null))
        .with("discreet", discreet);
  }

  private List<String> choices(PhotoCard card) {
    return visitor
        .person()
        .map(person -> Visibility.texts(choice.of(person, card.visibility())))
        .orElse(List.of());
  }

  private static ShareView view(Share share, HttpServletRequest request) {
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(RequestLanguage.of(request).locale())
            .withZone(ZoneOffset.UTC);
    return new ShareView(
        share.page(), share.expiresAt().toString(), format.format(share.expiresAt()));
  }
}
