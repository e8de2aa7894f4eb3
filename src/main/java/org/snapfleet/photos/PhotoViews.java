package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.Language;
import org.snapfleet.http.Messages;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.sessions.Person;
import org.snapfleet.storage.PhotoLinks;
import org.snapfleet.storage.Placed;

/** Makes photos into what pages show, in the visitor's language. */
@ApplicationScoped
class PhotoViews {
  private final Discretion discretion;
  private final Visitor visitor;
  private final PhotoLinks links;

  @Inject
  PhotoViews(Discretion discretion, Visitor visitor, PhotoLinks links) {
    this.discretion = discretion;
    this.visitor = visitor;
    this.links = links;
  }

  /** For the client proxy. */
  protected PhotoViews() {
    this(null, null, null);
  }

  List<PhotoView> views(List<PhotoCard> cards, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    Optional<Person> person = visitor.person();
    PhotoLinks links = discretion.linksTo(cards);
    return cards.stream().map(card -> view(card, links, language, person)).toList();
  }

  /** Public photos as they are shown to whoever comes. */
  List<PhotoView> forEveryone(List<PhotoCard> cards, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return cards.stream().map(card -> view(card, links, language, Optional.empty())).toList();
  }

  PhotoView view(PhotoCard card, HttpServletRequest request) {
    return views(List.of(card), request).get(0);
  }

  private static PhotoView view(
      PhotoCard card, PhotoLinks links, Language language, Optional<Person> person) {
    boolean mine = person.map(card::isOwnedBy).orElse(false);
    return new PhotoView(
        card.id().toString(),
        card.caption(),
        card.caption().isEmpty()
            ? Messages.text(language, "photo.by", card.ownerName())
            : card.caption(),
        card.ownerName(),
        PhotoPaths.person(card.ownerName()),
        PhotoPaths.photo(card.id()),
        card.uploadedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        dateFormat(language).format(card.uploadedAt()),
        card.visibility().text(),
        picture(links, card.thumbnail(), card.thumbnailWidth(), card.thumbnailHeight()),
        picture(links, card.large(), card.largeWidth(), card.largeHeight()),
        picture(links, card.original(), card.width(), card.height()),
        card.animated(),
        mine,
        mine || person.map(Person::admin).orElse(false));
  }

  private static PictureView picture(PhotoLinks links, Placed bytes, int width, int height) {
    return new PictureView(links.link(bytes), width, height);
  }

  private static DateTimeFormatter dateFormat(Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .withZone(ZoneOffset.UTC);
  }
}
