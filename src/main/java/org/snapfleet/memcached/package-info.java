/**
 * Memcached as the site uses it: the nodes there are, each behind a client of its own that gives up
 * within tens of milliseconds, and the few of them that keep a key.
 *
 * <p>It may use {@code fleet}.
 */
package org.snapfleet.memcached;
