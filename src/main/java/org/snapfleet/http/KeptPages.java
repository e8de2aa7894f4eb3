package org.snapfleet.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Renders a page once for all that it is the same for; of many who ask at once, one renders and the
 * others wait for that.
 *
 * @param <K> what it is the same for
 */
public final class KeptPages<K> {
  private final String page;
  private final PageShelves<K> shelves;
  private final Runnable rendered;
  private final Runnable reused;
  private final Map<K, CompletableFuture<KeptPage>> underWay = new ConcurrentHashMap<>();

  /**
   * @param page the name of a file under {@code /pages}, without its ending
   * @param most how many are kept
   * @param bytes and how many bytes of them all
   * @param rendered counts those that were rendered
   * @param reused counts those that were there
   */
  public KeptPages(String page, int most, long bytes, Runnable rendered, Runnable reused) {
    this.page = page;
    this.shelves = new PageShelves<>(most, bytes);
    this.rendered = rendered;
    this.reused = reused;
  }

  /**
   * The page, rendered now or before.
   *
   * @param shown gives what it shows, by its names
   */
  public KeptPage get(
      K key,
      Supplier<Map<String, Object>> shown,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    Optional<KeptPage> known = shelves.find(key).or(() -> awaited(key));
    if (known.isPresent()) {
      reused.run();
      return known.get();
    }
    CompletableFuture<KeptPage> mine = new CompletableFuture<>();
    underWay.putIfAbsent(key, mine);
    try {
      KeptPage fresh = Rendering.of(page, shown.get(), request, response);
      rendered.run();
      shelves.keep(key, fresh);
      mine.complete(fresh);
      return fresh;
    } finally {
      underWay.remove(key, mine);
      mine.cancel(false); // if it failed, those who wait try for themselves
    }
  }

  private Optional<KeptPage> awaited(K key) {
    CompletableFuture<KeptPage> rendering = underWay.get(key);
    try {
      return Optional.ofNullable(rendering).map(CompletableFuture::join);
    } catch (CompletionException | CancellationException e) {
      return Optional.empty();
    }
  }
}
