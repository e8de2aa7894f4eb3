package org.snapfleet.photos;

/** One rendition as pages show it. Public, as all that the expression language calls must be. */
public record PictureView(String link, int width, int height) {}
