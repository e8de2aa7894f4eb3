/**
 * Redis as the site uses it: one server or a cluster, as the server says, asked through a
 * connection that comes back by itself, and never waited for longer than moments.
 *
 * <p>It may use {@code fleet}.
 */
package org.snapfleet.redis;
