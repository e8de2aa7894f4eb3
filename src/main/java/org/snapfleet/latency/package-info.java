/**
 * Simulated latency: pages and API calls take as long as a slow service behind them would, without
 * a thread for each. What an engineer scales a fleet by.
 *
 * <p>It may use {@code fleet}.
 */
package org.snapfleet.latency;
