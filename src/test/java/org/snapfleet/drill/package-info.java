/**
 * The scaling drill: what AWS would do with the alarms, policies and health checks of the template,
 * done to a fleet on this machine, with time compressed. {@code ./snapfleet drill} shows it, and a
 * test runs it.
 *
 * <p>It may use {@code site}, the harness of the tests, and {@code stack}, which reads the
 * template.
 */
package org.snapfleet.drill;
