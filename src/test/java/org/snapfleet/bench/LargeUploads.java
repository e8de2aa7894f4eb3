package org.snapfleet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snapfleet.images.Darkroom;
import org.snapfleet.images.DarkroomLimits;
import org.snapfleet.images.Developed;
import org.snapfleet.site.Folders;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.S3ProxyServer;
import org.snapfleet.site.Site;
import org.snapfleet.site.SiteOptions;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Uploads of 20 MB to a site that keeps them in S3: what eight of them at once add to its heap, and
 * how long one takes beside its parts alone, which are measured in turns with it: its renditions,
 * and the same bytes put by the SDK.
 *
 * @param growth bytes that eight at once hold in the heap beyond what it held before
 * @param seconds of one upload, the middle one of several
 * @param partsSeconds of its parts alone, the middle one of as many
 */
record LargeUploads(long growth, double seconds, double partsSeconds) {
  private static final int AT_ONCE = 8;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;

  /** Some 20 MB: noise does not compress. */
  private static final byte[] PHOTO = Pictures.noisyJpeg(6600, 5050, 7);

  static LargeUploads measure() {
    try (S3ProxyServer s3 = new S3ProxyServer();
        Site site = s3.tell(asShipped()).start()) {
      URI at = site.uri("/");
      Member owner = Member.signIn(at, "bench");
      Parts parts = new Parts(s3);
      double[] whole = new double[ROUNDS];
      double[] alone = new double[ROUNDS];
      for (int i = -WARM_UP; i < ROUNDS; i++) {
        double upload = seconds(() -> upload(owner, at));
        double part = seconds(parts::run);
        if (i >= 0) {
          whole[i] = upload;
          alone[i] = part;
        }
      }
      return new LargeUploads(growth(site, owner, at), median(whole), median(alone));
    }
  }

  /**
   * With all compilers, as its parts have them; other sites of tests boot faster with one. And a
   * collection leaves nothing dead in the heap, of which it would otherwise let 5 % lie.
   */
  private static SiteOptions asShipped() {
    return SiteOptions.named("bench-s3")
        .jvmOption("-XX:TieredStopAtLevel=4")
        .jvmOption("-XX:MarkSweepDeadRatio=0");
  }

  /** The end-to-end time as a multiple of its parts'. */
  double ratio() {
    return seconds / partsSeconds;
  }

  private static void upload(Member owner, URI at) {
    if (new Upload(owner, PHOTO).sendTo(at).isEmpty()) {
      throw new IllegalStateException("was not stored: " + Caller.troubles());
    }
  }

  private static long growth(Site site, Member owner, URI at) {
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    try (SiteHeap heap = SiteHeap.of(site.pid())) {
      long before = heap.atRest();
      List<CompletableFuture<Void>> sent =
          IntStream.range(0, AT_ONCE)
              .mapToObj(i -> CompletableFuture.runAsync(() -> upload(owner, at), senders))
              .toList();
      CompletableFuture<Void> all = CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
      long most = heap.mostWhile(all);
      all.join();
      return most - before;
    } finally {
      senders.shutdownNow();
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The renditions and the puts, without a site around them. */
  private static final class Parts {
    private final Darkroom darkroom = new Darkroom(new DarkroomLimits(100_000_000, 2, 2));
    private final Path folder = Folders.makeForTheRun("parts");
    private final S3Client client;
    private int rounds;

    Parts(S3ProxyServer s3) {
      client = s3.client();
    }

    void run() {
      try {
        Path upload = Files.write(folder.resolve("upload"), PHOTO);
        Path work = Files.createDirectories(folder.resolve("work-" + rounds++));
        Developed developed = darkroom.develop(upload, work);
        Stream.of(developed.original(), developed.large(), developed.thumbnail())
            .forEach(picture -> put(picture.file()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private void put(Path file) {
      client.putObject(
          put -> put.bucket(S3ProxyServer.BUCKET).key("alone/" + rounds + file.getFileName()),
          RequestBody.fromFile(file));
    }
  }
}
