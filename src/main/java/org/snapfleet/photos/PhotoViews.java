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
import org.snapfleet.storage.ObjectKey;
import org.snapfleet.storage.PhotoLinks;

/** Makes photos into what pages show, in the visitor's language. */
@ApplicationScoped
class PhotoViews {
  private final PhotoLinks links;
  private final Visitor visitor;

  @Inject
  PhotoViews(PhotoLinks links, Visitor visitor) {
    this.links = links;
    this.visitor = visitor;
  }

  /** For the client proxy. */
  protected PhotoViews() {
    this(null, null);
  }

  List<PhotoView> views(List<PhotoCard> cards, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    Optional<Person> person = visitor.person();
    return cards.stream().map(card -> view(card, language, person)).toList();
  }

  PhotoView view(PhotoCard card, HttpServletRequest request) {
    return view(card, RequestLanguage.of(request), visitor.person());
  }

  private PhotoView view(PhotoCard card, Language language, Optional<Person> person) {
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
        picture(card.thumbnail(), card.thumbnailWidth(), card.thumbnailHeight()),
        picture(card.large(), card.largeWidth(), card.largeHeight()),
        picture(card.original(), card.width(), card.height()),
        card.animated(),
        mine,
        mine || person.map(Person::admin).orElse(false));
  }

  private PictureView picture(ObjectKey key, int width, int height) {
    return new PictureView(links.link(key), width, height);
  }

  private static DateTimeFormatter dateFormat(Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .withZone(ZoneOffset.UTC);
  }
}
