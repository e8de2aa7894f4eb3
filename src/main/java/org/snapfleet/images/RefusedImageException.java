package org.snapfleet.images;

import java.util.Locale;

/** The upload is no picture that can be shown. The message says what is wrong and what to do. */
public final class RefusedImageException extends Exception {
  private static final long serialVersionUID = 1;

  /** What is wrong, for those who must tell the cases apart. */
  public enum Reason {
    EMPTY("This file is empty: choose the picture again."),
    NOT_AN_IMAGE("This file is not a picture: choose a JPEG, PNG, GIF or WebP file."),
    HEIC(
        "This is an iPhone's HEIC picture, which most browsers cannot show: set Settings > Camera >"
            + " Formats to Most Compatible, or share or export it as JPEG, and upload that."),
    UNSUPPORTED("This kind of picture cannot be shown: save it as JPEG, PNG, GIF or WebP."),
    CUT_SHORT("This file is cut short, its end is missing: copy it again and upload that."),
    DAMAGED("This file is damaged: copy it from the camera again and upload that."),
    TOO_MANY_PIXELS("This picture has too many pixels: make it smaller and upload that.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;
  private final long limit;

  RefusedImageException(Reason reason) {
    this(reason, reason.sentence, null, 0);
  }

  RefusedImageException(Reason reason, Throwable cause) {
    this(reason, reason.sentence, cause, 0);
  }

  private RefusedImageException(Reason reason, String sentence, Throwable cause, long limit) {
    super(sentence, cause);
    this.reason = reason;
    this.limit = limit;
  }

  static RefusedImageException unsupported(String what) {
    String sentence = what + " cannot be shown: save it as JPEG, PNG, GIF or WebP and upload that.";
    return new RefusedImageException(Reason.UNSUPPORTED, sentence, null, 0);
  }

  static RefusedImageException tooManyPixels(long pixels, long most) {
    String sentence =
        String.format(
            Locale.ROOT,
            "This picture has %,d pixels, and at most %,d are accepted: make it smaller and upload that.",
            pixels,
            most);
    return new RefusedImageException(Reason.TOO_MANY_PIXELS, sentence, null, most);
  }

  public Reason reason() {
    return reason;
  }

  /** The most pixels accepted of such a picture, where it has too many; else 0. */
  public long limit() {
    return limit;
  }
}
