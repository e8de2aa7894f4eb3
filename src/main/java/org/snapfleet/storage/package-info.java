/**
 * Where the photos' bytes are, and the links that reach them. Bytes under a key never change.
 *
 * <p>It may use {@code http} and {@code fleet}; it knows nothing of photos but their keys.
 */
package org.snapfleet.storage;
