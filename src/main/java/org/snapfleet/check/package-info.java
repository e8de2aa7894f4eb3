/**
 * {@code ./snapfleet check}: tries everything that the site depends on, as the site would use it,
 * and names the likely cause of what fails. It starts no server.
 *
 * <p>Nobody uses it; it may use {@code fleet}, {@code storage}, {@code memcached} and {@code
 * redis}.
 */
package org.snapfleet.check;
