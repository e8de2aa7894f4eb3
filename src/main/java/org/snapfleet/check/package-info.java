/**
 * {@code ./snapfleet check}: tries everything that the site depends on, as the site would use it,
 * and names the likely cause of what fails. It starts no server; a running instance asks it of its
 * own dependencies.
 *
 * <p>It may use {@code fleet}, {@code storage}, {@code memcached} and {@code redis}.
 */
package org.snapfleet.check;
