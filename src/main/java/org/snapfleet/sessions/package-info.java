/**
 * Who is signed in: an opaque random id in a cookie, a small record in a {@link
 * org.snapfleet.sessions.SessionStore} under the id's hash, changed by compare-and-set only, and a
 * list of what must stay dead. Never the container's {@code HttpSession}.
 *
 * <p>It may use {@code http}, {@code memcached}, {@code redis}, {@code hazelcast} and {@code
 * fleet}.
 */
package org.snapfleet.sessions;
