/**
 * What the admin sees and sets of the whole fleet: the page {@code /fleet} and {@code /api/fleet};
 * and what an instance depends on, {@code /health/dependencies}.
 *
 * <p>It may use {@code accounts}, {@code http}, {@code check} and {@code fleet}.
 */
package org.snapfleet.operations;
