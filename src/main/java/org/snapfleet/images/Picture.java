package org.snapfleet.images;

import java.nio.file.Path;

/** One finished picture file. Width and height are as shown, after the orientation. */
public record Picture(Path file, ImageFormat format, int width, int height, long bytes) {}
