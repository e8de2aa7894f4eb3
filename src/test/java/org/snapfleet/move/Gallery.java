package org.snapfleet.move;

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

  /** A link made with a lifetime of two seconds works for one at least. */
  private static final Duration LINKS_WORK = Duration.ofSeconds(1);

  private static final int WITH_FRESH_LINKS = 3;

  private final Site site;
  private final Browser owner;
  private final Browser visitor;
  private final Map<String, byte[]> expected = new ConcurrentHashMap<>();
  private final Map<String, List<String>> linksOf = new ConcurrentHashMap<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final List<CompletableFuture<Void>> busy = new ArrayList<>();
  private volatile boolean open;
  private final AtomicLong looks = new AtomicLong();
  private int made;

  Gallery(Site site) {
    this.site = site;
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
          RENDITIONS.stream().map(r -> path(photo.at("/links/" + r).asText())).toList();
      links.forEach(link -> expected.put(link, visitor.get(link).expect(200).bytes()));
      linksOf.put(photo.get("id").asText(), links);
    }
  }

  /** Where the site itself serves what a link leads to. */
  private static String path(String link) {
    return link.replaceFirst("\\?.*", "").replaceFirst(".*(?=/media/)", "");
  }

  /** Removes one of them. */
  synchronized void takeDownOne(Random random) {
    String id = List.copyOf(linksOf.keySet()).get(random.nextInt(linksOf.size()));
    expected.keySet().removeAll(linksOf.remove(id));
    owner.delete("/api/photos/" + id).expect(204);
  }

  /** From now on somebody looks at them all the time. */
  void openToVisitors() {
    Random random = new Random(3);
    letIn(
        () -> {
          List<String> links = List.copyOf(expected.keySet());
          look(links.get(random.nextInt(links.size())));
          LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        });
  }

  /** From now on people ask for links, which lead into the bucket, and use them a while later. */
  void openToVisitorsWithFreshLinks() {
    Browser anybody = Browser.at(site.uri("/"));
    for (int i = 0; i < WITH_FRESH_LINKS; i++) {
      Random random = new Random(i);
      letIn(() -> askAndLook(anybody, random));
    }
  }

  private void letIn(Runnable look) {
    open = true;
    busy.add(
        CompletableFuture.runAsync(
            () -> {
              while (open) {
                look.run();
                looks.incrementAndGet();
              }
            },
            work -> new Thread(work).start()));
  }

  private void askAndLook(Browser anybody, Random random) {
    List<String> ids = List.copyOf(linksOf.keySet());
    long asked = System.nanoTime();
    Answer photo = anybody.get("/api/photos/" + ids.get(random.nextInt(ids.size())));
    if (photo.status() != 200) {
      return; // taken down meanwhile
    }
    String link = photo.json().at("/links/large").asText();
    LockSupport.parkNanos((long) (random.nextDouble() * LINKS_WORK.toNanos() * 0.8));
    Answer answer = anybody.get(link);
    boolean inTime = System.nanoTime() - asked < LINKS_WORK.toNanos();
    judge(path(link), answer, inTime);
  }

  private void look(String link) {
    judge(link, visitor.get(link), true);
  }

  private void judge(String link, Answer answer, boolean inTime) {
    byte[] wanted = expected.get(link);
    boolean fine = answer.status() == 200 && Arrays.equals(answer.bytes(), wanted);
    // one that was taken down meanwhile may be gone
    if (!fine && inTime && expected.containsKey(link)) {
      broken.add(answer.toString());
    }
  }

  long looks() {
    return looks.get();
  }

  /** How many looks did not show what they should, after a look at each and every one. */
  int broken() {
    expected.keySet().forEach(this::look);
    broken.forEach(System.out::println);
    return broken.size();
  }

  void closeToVisitors() {
    open = false;
    busy.forEach(CompletableFuture::join);
    busy.clear();
  }

  /** No visitors any more. */
  @Override
  public void close() {
    closeToVisitors();
  }
}
