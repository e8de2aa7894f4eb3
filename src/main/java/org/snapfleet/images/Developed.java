package org.snapfleet.images;

/** What comes out of the darkroom: the cleaned original and its two renditions. */
public record Developed(Picture original, Picture large, Picture thumbnail, boolean animated) {}
