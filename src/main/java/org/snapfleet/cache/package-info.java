/**
 * The front page's list, kept in common by all instances, and never older than the last change that
 * was acknowledged.
 *
 * <p>It may use {@code memcached}, {@code redis}, {@code hazelcast} and {@code fleet}. It knows
 * lists as bytes.
 */
package org.snapfleet.cache;
