package org.snapfleet.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Develops uploads: checks that one is a picture, cleans private metadata out of it, and makes the
 * large rendition and the thumbnail. One instance serves the whole application.
 */
public final class Darkroom {
  private final DarkroomLimits limits;
  private final DecoderSlots slots;
  private final Renditions renditions = new Renditions();

  public Darkroom(DarkroomLimits limits) {
    this(limits, new DecoderSlots(limits.decoders(), limits.waiting()));
  }

  Darkroom(DarkroomLimits limits, DecoderSlots slots) {
    this.limits = limits;
    this.slots = slots;
  }

  /** Whether the queue is full now, so that {@link #develop} would turn a picture away. */
  public boolean busy() {
    return slots.full();
  }

  /** How many pictures are decoded now. */
  public int decoding() {
    return slots.decoding();
  }

  /** How many wait for that now. */
  public int waiting() {
    return slots.waiting();
  }

  /** Leaves three new files in the work folder or, where it fails, none. */
  public Developed develop(Path upload, Path workFolder)
      throws RefusedImageException, BusyException, IOException {
    if (busy()) {
      throw new BusyException();
    }
    try (WorkFiles files = new WorkFiles(workFolder)) {
      ImageFormat format = Signature.sniff(upload);
      Path clean = files.create("original", format);
      Findings findings = clean(upload, format, clean);
      Dimensions shown = findings.shown();
      Picture original =
          new Picture(clean, format, shown.width(), shown.height(), Files.size(clean));
      Developed developed = slots.in(() -> renditions.make(original, findings, files));
      files.keep();
      return developed;
    }
  }

  private Findings clean(Path upload, ImageFormat format, Path clean)
      throws RefusedImageException, IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(clean))) {
      return Cleaner.of(format).clean(upload, out, limits.maxPixels(format));
    }
  }
}
