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

  @Inject
  UploadRequest(Visitor visitor, FormReceiver receiver, Uploads uploads) {
    this.visitor = visitor;
    this.receiver = receiver;
    this.uploads = uploads;
  }

  /** For the client proxy. */
  protected UploadRequest() {
    this(null, null, null);
  }

  /** Stores what the request carries; a problem with one file does not keep the others out. */
  UploadOutcome handle(HttpServletRequest request) throws IOException {
    Person owner = visitor.signedIn();
    Optional<UploadKey> key = UploadKey.parse(request.getHeader("Idempotency-Key"));
    try (ReceivedForm form = receiver.receive(request)) {
      Caption caption = Caption.parse(form.text("caption"));
      checkVisibility(form.text("visibility"));
      if (form.files().isEmpty()) {
        throw new Problem(422, "upload.none");
      }
      return storeAll(owner, caption, key, form.files());
    }
  }

  private static void checkVisibility(String visibility) {
    if (!visibility.isEmpty() && !visibility.equals("public")) {
      throw new Problem(422, "visibility.unknown", "public");
    }
  }

  private UploadOutcome storeAll(
      Person owner, Caption caption, Optional<UploadKey> key, List<ReceivedFile> files)
      throws IOException {
    UploadOutcome outcome = new UploadOutcome(caption, new ArrayList<>(), new ArrayList<>());
    for (ReceivedFile file : files) {
      try {
        outcome.stored().add(uploads.store(new NewPhoto(owner, caption, file, key)));
      } catch (Problem problem) {
        outcome.refused().add(new UploadOutcome.Refused(file.name(), problem));
      }
    }
    return outcome;
  }
}
