/**
 * The figures of a fleet: scenarios that load real instances and count what went wrong, run short
 * by tests and in full by {@code ./snapfleet bench}, which prints them.
 *
 * <p>It may use {@code site}, the harness of the tests.
 */
package org.snapfleet.bench;
