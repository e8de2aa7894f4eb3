package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.Problem;
import org.snapfleet.sessions.Person;

/** An upload as the form and the API both take it. */
@ApplicationScoped
class UploadRequest {
  private final Visitor visitor;
  private final FormReceiver receiver;
  private final Uploads uploads;
  private final VisibilityChoice choice;

  @Inject
  UploadRequest(Visitor visitor, FormReceiver receiver, Uploads uploads, VisibilityChoice choice) {
    this.visitor = visitor;
    this.receiver = receiver;
    this.uploads = uploads;
    this.choice = choice;
  }

  /** For the client proxy. */
  protected UploadRequest() {
    this(null, null, null, null);
  }

  /** Stores what the request carries; a problem with one file does not keep the others out. */
  UploadOutcome handle(HttpServletRequest request) throws IOException {
    Person owner = visitor.signedIn();
    Optional<UploadKey> key = UploadKey.parse(request.getHeader("Idempotency-Key"));
    try (ReceivedForm form = receiver.receive(request)) {
      Caption caption = Caption.parse(form.text("caption"));
      Visibility visibility = visibility(form.text("visibility"), owner);
      if (form.files().isEmpty()) {
        throw new Problem(422, "upload.none");
      }
      return storeAll(new Given(owner, caption, visibility, key), form.files());
    }
  }

  private Visibility visibility(String text, Person owner) {
    return text.isEmpty() ? Visibility.PUBLIC : choice.parse(text, owner);
  }

  /** What holds for all files of a request. */
  private record Given(
      Person owner, Caption caption, Visibility visibility, Optional<UploadKey> key) {
    NewPhoto photo(ReceivedFile file) {
      return new NewPhoto(owner, caption, visibility, file, key);
    }
  }

  private UploadOutcome storeAll(Given given, List<ReceivedFile> files) throws IOException {
    UploadOutcome outcome =
        new UploadOutcome(
            given.caption(), given.visibility(), new ArrayList<>(), new ArrayList<>());
    for (ReceivedFile file : files) {
      try {
        outcome.stored().add(uploads.store(given.photo(file)));
      } catch (Problem problem) {
        outcome.refused().add(new UploadOutcome.Refused(file.name(), problem));
      }
    }
    return outcome;
  }
}
