/**
 * Level 6 on Apache Flink: runs {@code sql/traffic.sql}. An artifact of its own, which knows
 * nothing of the site's classes and the site nothing of it; what they share are the stream's
 * records and the tables {@code traffic_window} and {@code traffic_drop}.
 */
package org.snapfleet.flink;
