package org.snapfleet.images;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A darkroom with its folders, for a test to work at. */
final class Bench {
  static final long MOST_PIXELS = 40_000_000;

  private final Darkroom darkroom = new Darkroom(new DarkroomLimits(MOST_PIXELS, 1, 1));
  private final Path upload;
  private final Path work;

  Bench(Path folder) {
    upload = folder.resolve("upload.bin");
    work = folder.resolve("work");
    try {
      Files.createDirectories(work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Developed develop(byte[] file) throws Exception {
    Files.write(upload, file);
    return darkroom.develop(upload, work);
  }

  RefusedImageException refusal(byte[] file) {
    RefusedImageException refused =
        catchThrowableOfType(RefusedImageException.class, () -> develop(file));
    if (refused == null) {
      throw new AssertionError("It was not refused");
    }
    return refused;
  }

  RefusedImageException.Reason reason(byte[] file) {
    return refusal(file).reason();
  }

  List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.toList();
    }
  }

  void clear() throws IOException {
    for (Path file : left()) {
      Files.delete(file);
    }
  }

  static byte[] bytes(Picture picture) throws IOException {
    return Files.readAllBytes(picture.file());
  }

  static BufferedImage image(Picture picture) throws IOException {
    return ImageIO.read(picture.file().toFile());
  }

  static String text(Picture picture) throws IOException {
    return new String(bytes(picture), StandardCharsets.ISO_8859_1);
  }

  static Stream<Picture> all(Developed developed) {
    return Stream.of(developed.original(), developed.large(), developed.thumbnail());
  }
}
