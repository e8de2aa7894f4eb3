package org.snapfleet.photos;

import java.time.Instant;

/**
 * A share link.
 *
 * @param path on this site
 * @param page the whole address
 * @param expiresAt from when on it opens nothing
 */
record Share(String path, String page, Instant expiresAt) {}
