/**
 * {@code ./snapfleet move-photos}: moves the photos' bytes from one store to the other while the
 * site serves. It starts no server.
 *
 * <p>Of each photo, in this order: a stray row says that its copies may be unnamed; the bytes are
 * copied and compared; one transaction switches the photo's row, drops that stray and writes one
 * for the old bytes; these are removed once nobody can be on the way to them. So a kill at any
 * moment leaves each photo whole in the store that its row names, and all else to be swept.
 *
 * <p>Nobody uses it; it may use {@code storage} and {@code fleet}.
 */
package org.snapfleet.move;
