/**
 * What the admin sees and sets of the whole fleet: the page {@code /fleet} and {@code /api/fleet}.
 *
 * <p>It may use {@code accounts}, {@code http} and {@code fleet}.
 */
package org.snapfleet.operations;
