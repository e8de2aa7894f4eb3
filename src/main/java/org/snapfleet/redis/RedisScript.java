package org.snapfleet.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisScriptingCommands;
import io.lettuce.core.codec.Base16;
import java.nio.charset.StandardCharsets;

/** A change of one key that the server makes as a whole; it is sent once and then named. */
public final class RedisScript {
  private final String text;
  private final String digest;

  public RedisScript(String text) {
    this.text = text;
    this.digest = Base16.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  public boolean run(
      RedisScriptingCommands<String, byte[]> server, String key, byte[]... arguments) {
    String[] keys = {key};
    try {
      return server.<Boolean>evalsha(digest, ScriptOutputType.BOOLEAN, keys, arguments);
    } catch (RedisNoScriptException e) {
      return server.<Boolean>eval(text, ScriptOutputType.BOOLEAN, keys, arguments);
    }
  }
}
