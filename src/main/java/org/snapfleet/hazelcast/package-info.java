/**
 * Payara's own data grid, Hazelcast, as the site uses it: a map of the site's own that all
 * instances hold together, and that is never waited for longer than moments.
 *
 * <p>It may use {@code fleet}.
 */
package org.snapfleet.hazelcast;
