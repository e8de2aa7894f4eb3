/**
 * Who sends how much, as it happens: a record of every request, and where the records go; windows
 * of ten seconds, by client; and what the admin sees of them, {@code /traffic} and {@code
 * /api/traffic}.
 *
 * <p>It may use {@code accounts}, {@code kinesis}, {@code http} and {@code fleet}.
 */
package org.snapfleet.traffic;
