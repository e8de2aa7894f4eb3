/**
 * The raffle: entries by e-mail address, and a draw that anyone can check.
 *
 * <p>It may use {@code accounts}, {@code sessions}, {@code http}, {@code mail} and {@code fleet}.
 */
package org.snapfleet.raffle;
