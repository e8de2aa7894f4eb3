package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;

/** Somebody's photos, with every link to them that was given out, and what each has to show. */
final class Gallery implements AutoCloseable {
  private static final List<String> RENDITIONS = List.of("original", "large", "thumbnail");

  /** The site, the bucket and the move want some of the processor, too. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final Browser owner;
  private final Browser visitor;
  private final Map<String, byte[]> expected = new ConcurrentHashMap<>();
  private final Map<String, List<String>> linksOf = new ConcurrentHashMap<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> busy = new ArrayList<>();
  private volatile boolean open = true;
  private final AtomicLong looks = new AtomicLong();
  private int made;

  Gallery(Site site) {
    owner = site.signedIn(Names.fresh("gallery"));
    visitor = site.browser();
  }

  /** Uploads photos that differ, in one request. */
  synchronized void hang(int count) {
    Multipart form = new Multipart();
    for (int i = 0; i < count; i++) {
      made++;
      form.file(made + ".jpg", Pictures.noisyJpeg(40 + made % 60, 40, made));
    }
    for (JsonNode photo : owner.upload(form).expect(201).json().get("stored")) {
      List<String> links =
          RENDITIONS.stream().map(r -> photo.at("/links/" + r).asText()).distinct().toList();
      links.forEach(link -> expected.put(link, visitor.get(link).expect(200).bytes()));
      linksOf.put(photo.get("id").asText(), links);
    }
  }

  /** Removes one of them. */
  synchronized void takeDownOne(Random random) {
    String id = List.copyOf(linksOf.keySet()).get(random.nextInt(linksOf.size()));
    expected.keySet().removeAll(linksOf.remove(id));
    owner.delete("/api/photos/" + id).expect(204);
  }

  int size() {
    return linksOf.size();
  }

  /** From now on somebody looks at them all the time. */
  void openToVisitors() {
    Random random = new Random(3);
    busy.add(
        CompletableFuture.runAsync(
            () -> {
              while (open) {
                List<String> links = List.copyOf(expected.keySet());
                look(links.get(random.nextInt(links.size())));
                looks.incrementAndGet();
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
              }
            }));
  }

  private void look(String link) {
    byte[] wanted = expected.get(link);
    Answer answer = visitor.get(link);
    boolean fine = answer.status() == 200 && Arrays.equals(answer.bytes(), wanted);
    // one that was taken down meanwhile may be gone
    if (!fine && expected.containsKey(link)) {
      broken.add(answer.toString());
    }
  }

  long looks() {
    return looks.get();
  }

  /** Each and every one is there, and always was. */
  void assertWhole() {
    expected.keySet().forEach(this::look);
    assertThat(broken).as("broken links").isEmpty();
  }

  /** No visitors any more. */
  @Override
  public void close() {
    open = false;
    busy.forEach(CompletableFuture::join);
  }
}
