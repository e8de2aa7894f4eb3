/**
 * The product: uploading, listing, showing, captioning and removing photos.
 *
 * <p>Bytes first, row second: an upload writes its keys as {@link org.snapfleet.photos.Stray}, then
 * stores the bytes, then the row, which takes the keys off the strays in the same transaction. What
 * stays among the strays is swept.
 *
 * <p>It may use {@code accounts}, {@code images}, {@code storage}, {@code cache}, {@code sessions}
 * (who someone is), {@code http} and {@code fleet}.
 */
package org.snapfleet.photos;
