package org.snapfleet.bench;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.snapfleet.site.Pictures;

/** Somebody who uploads, words anew and removes photos, each at an instance drawn at random. */
final class Author {
  private static final int MOST = 6;

  private final Member member;
  private final List<URI> instances;
  private final History history;
  private final List<Own> photos = new ArrayList<>();
  private int unanswered;

  /** A photo with the revision of its caption. */
  private record Own(String photo, int revision) {}

  Author(String name, List<URI> instances, History history) {
    this.member = Member.signIn(instances.get(0), name);
    this.instances = instances;
    this.history = history;
  }

  /** Makes one change. */
  void write() {
    int drawn = ThreadLocalRandom.current().nextInt(10);
    if (photos.isEmpty() || (drawn < 5 && photos.size() < MOST)) {
      upload();
      return;
    }
    Own own = photos.remove(ThreadLocalRandom.current().nextInt(photos.size()));
    if (drawn < 8) {
      word(own);
    } else {
      remove(own);
    }
  }

  /** Changes that were answered badly or not at all. */
  int unanswered() {
    return unanswered;
  }

  private void upload() {
    Upload upload = new Upload(member, Pictures.jpeg(8, 8), Glance.caption(0));
    long begun = System.nanoTime();
    Optional<String> photo = upload.sendTo(Spray.drawn(instances));
    long acknowledged = System.nanoTime();
    if (photo.isEmpty()) {
      unanswered++; // nobody knows its id: if it is there, it is a stranger's
      return;
    }
    history.add(new Change(photo.get(), 0, begun, acknowledged));
    photos.add(new Own(photo.get(), 0));
  }

  private void word(Own own) {
    Own next = new Own(own.photo(), own.revision() + 1);
    String body = "{\"caption\":\"%s\"}".formatted(Glance.caption(next.revision()));
    if (tell("PATCH", next, body, 200)) {
      photos.add(next);
    }
  }

  private void remove(Own own) {
    tell("DELETE", new Own(own.photo(), Change.GONE), "", 204);
  }

  /** Asks for a change; a photo whose change was not answered is left alone from then on. */
  private boolean tell(String method, Own own, String body, int expected) {
    long begun = System.nanoTime();
    int status =
        Caller.send(
                method,
                Spray.drawn(instances),
                "/api/photos/" + own.photo(),
                member.cookie(),
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json")
            .status();
    boolean done = status == expected;
    history.add(
        new Change(own.photo(), own.revision(), begun, done ? System.nanoTime() : Change.NEVER));
    unanswered += done ? 0 : 1;
    return done;
  }
}
