/**
 * Who sends how much, as it happens: a record of every request, and where the records go; windows
 * of ten seconds, by client.
 *
 * <p>It may use {@code http} and {@code fleet}.
 */
package org.snapfleet.traffic;
