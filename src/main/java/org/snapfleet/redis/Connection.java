package org.snapfleet.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.util.function.UnaryOperator;

/**
 * A connection to a server, or to all of a cluster.
 *
 * @param nodeOf names the node that holds a key
 */
record Connection(
    StatefulConnection<String, byte[]> open,
    RedisClusterCommands<String, byte[]> commands,
    RedisClusterAsyncCommands<String, byte[]> async,
    UnaryOperator<String> nodeOf) {}
