package org.snapfleet.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long nanos;

  private Progress progress(boolean terminal) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Progress(stream, terminal, () -> nanos);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void passes(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void tellsCountShareAmountSpeedAndWhatIsLeft() {
    Progress progress = progress(false);
    progress.begin(4_000);
    for (int i = 0; i < 999; i++) {
      progress.moved(100_000);
    }
    passes(Duration.ofSeconds(10));
    progress.moved(100_000);

    assertThat(said())
        .isEqualTo("  1,000 of 4,000 photos (25 %), 100.0 MB, 10.0 MB/s, about 30 s left\n");
    assertThat(progress.sum()).isEqualTo("Moved 1,000 photos (100.0 MB) in 10 s");
  }

  @Test
  void morePhotosThanThereWereAtFirstAreFine() {
    Progress progress = progress(false);
    progress.begin(1);
    progress.moved(10);
    passes(Duration.ofSeconds(5));
    progress.moved(10);

    assertThat(said()).contains("2 of 2 photos (100 %), 20 bytes", "about 0 s left");
  }

  @Test
  void onATerminalOneLineIsWrittenOverEachSecondAtMost() {
    Progress progress = progress(true);
    progress.begin(3);
    passes(Duration.ofSeconds(1));
    progress.moved(1);
    progress.moved(1);
    progress.say("stays");

    assertThat(said().split("\r\u001b\\[K", -1)).hasSize(3);
    assertThat(said()).contains("1 of 3 photos").endsWith("stays\n");
  }

  @Test
  void amountsAreReadable() {
    assertThat(InWords.bytes(812)).isEqualTo("812 bytes");
    assertThat(InWords.bytes(35_240_000)).isEqualTo("35.2 MB");
    assertThat(InWords.bytes(7e15)).isEqualTo("7000.0 TB");
    assertThat(InWords.duration(Duration.ofSeconds(598))).isEqualTo("9 min 58 s");
    assertThat(InWords.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    assertThat(InWords.duration(Duration.ofSeconds(-3))).isEqualTo("0 s");
    assertThat(InWords.photos(1)).isEqualTo("1 photo");
  }
}
