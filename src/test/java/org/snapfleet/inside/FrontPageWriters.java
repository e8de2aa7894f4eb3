package org.snapfleet.inside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Whatever changes what the front page shows tells its cache before it answers, and holds no
 * connection meanwhile.
 */
interface FrontPageWriters {

  @Test
  default void anUploadAndItsRetry() {
    Guest guest = Guest.register("uploads");

    told(() -> guest.upload("once"), 201);
    told(() -> guest.upload("once"), 201);
  }

  @Test
  default void aCaption() {
    Guest guest = Guest.register("captions");
    String photo = guest.photo();

    told(() -> guest.send("PATCH", photo, "{\"caption\": \"other\"}"), 200);
    told(() -> guest.form(photo.replace("/api", "") + "/caption", "caption=third"), 303);
  }

  @Test
  default void aChangeOfWhoMaySee() {
    Guest guest = Guest.register("hides");
    String photo = guest.photo();

    told(() -> guest.send("PATCH", photo, "{\"visibility\": \"private\"}"), 200);
    told(() -> guest.send("PATCH", photo, "{\"visibility\": \"private\"}"), 200);
    told(() -> guest.send("PATCH", photo, "{\"visibility\": \"link\"}"), 200);
    told(() -> guest.send("POST", photo + "/links", ""), 200);
  }

  @Test
  default void aRemovalAndItsRetry() {
    Guest guest = Guest.register("removes");
    String photo = guest.photo();

    told(() -> guest.send("DELETE", photo, ""), 204);
    told(() -> guest.send("DELETE", photo, ""), 404);
  }

  @Test
  default void someoneWhoLeavesWithAllPhotos() {
    Guest guest = Guest.register("leaves");
    guest.photo();

    told(() -> guest.send("DELETE", "/api/users/" + guest.name(), ""), 204);
  }

  private static void told(java.util.function.IntSupplier request, int status) {
    RecordingCache cache = Inside.bean(RecordingCache.class);
    cache.told();

    assertThat(request.getAsInt()).isEqualTo(status);

    assertThat(cache.told()).isNotEmpty().containsOnly("free");
  }
}
