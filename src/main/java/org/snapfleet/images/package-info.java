/**
 * Everything about image files: what an upload is, cleaning private metadata out of it without
 * touching its pixels, and making the smaller pictures that pages show.
 *
 * <p>May use ImageIO, TwelveMonkeys (CMYK JPEG, WebP) and metadata-extractor (the EXIF
 * orientation). Knows nothing of the web site, CDI, servlets, storage or databases; no other
 * package of ours.
 */
package org.snapfleet.images;
