package org.snapfleet.images;

import java.util.Arrays;
import java.util.Optional;

/** The picture formats that are accepted: those which every browser shows. */
public enum ImageFormat {
  JPEG("jpg"),
  PNG("png"),
  GIF("gif"),
  WEBP("webp");

  private final String extension;

  ImageFormat(String extension) {
    this.extension = extension;
  }

  public String mediaType() {
    return this == JPEG ? "image/jpeg" : "image/" + extension;
  }

  public String extension() {
    return extension;
  }

  /** The format that {@link #extension} names; exact, as our own keys are. */
  public static Optional<ImageFormat> ofExtension(String extension) {
    return Arrays.stream(values()).filter(f -> f.extension.equals(extension)).findFirst();
  }
}
