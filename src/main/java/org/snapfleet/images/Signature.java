package org.snapfleet.images;

import static org.snapfleet.images.RefusedImageException.Reason.EMPTY;
import static org.snapfleet.images.RefusedImageException.Reason.HEIC;
import static org.snapfleet.images.RefusedImageException.Reason.NOT_AN_IMAGE;
import static org.snapfleet.images.RefusedImageException.unsupported;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells what a file is by its first bytes, never by its name. */
final class Signature {
  private static final Set<String> HEIF_BRANDS =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

  private static final Map<String, String> UNSUPPORTED =
      Map.of(
          "II*\0", "A TIFF picture",
          "MM\0*", "A TIFF picture",
          "BM", "A BMP picture",
          "%PDF", "A PDF document",
          "8BPS", "A Photoshop file",
          "\0\0\0\fjP  ", "A JPEG 2000 picture",
          "\0\0\0\fJXL ", "A JPEG XL picture",
          "\u00FF\n", "A JPEG XL picture",
          "\0\0\1\0", "An icon file");

  private final String head;

  private Signature(byte[] head) {
    this.head = new String(head, StandardCharsets.ISO_8859_1);
  }

  static ImageFormat sniff(Path file) throws IOException, RefusedImageException {
    try (InputStream in = Files.newInputStream(file)) {
      return new Signature(in.readNBytes(1024)).format();
    }
  }

  private ImageFormat format() throws RefusedImageException {
    if (head.isEmpty()) {
      throw new RefusedImageException(EMPTY);
    } else if (head.startsWith("\u00FF\u00D8\u00FF")) {
      return ImageFormat.JPEG;
    } else if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
      return ImageFormat.PNG;
    } else if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return ImageFormat.GIF;
    } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return ImageFormat.WEBP;
    }
    throw refusal();
  }

  private RefusedImageException refusal() {
    List<String> brands = brands();
    if (brands.stream().anyMatch(AVIF_BRANDS::contains)) {
      return unsupported("An AVIF picture");
    } else if (brands.stream().anyMatch(HEIF_BRANDS::contains)) {
      return new RefusedImageException(HEIC);
    } else if (head.contains("<svg")) {
      return unsupported("An SVG drawing");
    }
    return UNSUPPORTED.entrySet().stream()
        .filter(known -> head.startsWith(known.getKey()))
        .map(known -> unsupported(known.getValue()))
        .findFirst()
        .orElseGet(() -> new RefusedImageException(NOT_AN_IMAGE));
  }

  /** The brands of an ISO base media file, ISO/IEC 14496-12: the major one and the compatible. */
  private List<String> brands() {
    if (!head.startsWith("ftyp", 4) || head.length() < 16) {
      return List.of();
    }
    int end = Math.min(head.length(), head.charAt(2) << 8 | head.charAt(3));
    return IntStream.iterate(8, at -> at + 4 <= Math.max(end, 12), at -> at + 4)
        .mapToObj(at -> head.substring(at, at + 4))
        .toList();
  }
}
