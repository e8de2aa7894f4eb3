/**
 * A small CloudFront for one machine, so that level 5 can be seen on a laptop: it refuses what
 * CloudFront refuses, asks the bucket and then the site, and keeps what may be kept.
 *
 * <p>Written from CloudFront's published rules alone; it shares no code with what signs, so that
 * tests can check the one by the other. A program of its own, without a server around it.
 */
package org.snapfleet.edge;
