package org.snapfleet.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of 24 million pixels is developed in a small heap: 72 MB of it would be pixels. */
class MemoryTest {
  @TempDir Path folder;

  @Test
  void takesLittleHeap() throws Exception {
    var drawn = Drawn.redCorner(6000, 4000);
    Files.write(folder.resolve("baseline"), Drawn.jpeg(drawn));
    Files.write(folder.resolve("progressive"), Drawn.progressiveJpeg(drawn));
    for (String name : new String[] {"baseline", "progressive"}) {
      assertThat(developInSmallHeap(folder.resolve(name))).as(name).isEqualTo("2048 x 1365");
    }
  }

  private static String developInSmallHeap(Path upload) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    Process child =
        new ProcessBuilder(
                java.toString(),
                "-Xmx64m",
                "-cp",
                classes,
                InSmallHeap.class.getName(),
                "" + upload)
            .redirectErrorStream(true)
            .start();
    return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** What the child runs. */
  static final class InSmallHeap {
    private InSmallHeap() {}

    public static void main(String[] upload) throws Exception {
      Path file = Path.of(upload[0]);
      Picture large =
          new Darkroom(new DarkroomLimits(100_000_000, 1, 0))
              .develop(file, file.getParent())
              .large();
      System.out.print(large.width() + " x " + large.height());
    }
  }
}
