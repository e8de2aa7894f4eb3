package org.snapfleet.bench;

import org.snapfleet.site.MemcachedServer;
import org.snapfleet.site.RedisServer;

/** A server of the cache, and what may happen to it. */
interface CacheNode {
  /** Nothing is answered any more, nothing is forgotten. */
  void pause();

  void resume();

  /** All is forgotten. */
  void kill();

  void start();

  static CacheNode of(MemcachedServer server) {
    return new CacheNode() {
      @Override
      public void pause() {
        server.suspend();
      }

      @Override
      public void resume() {
        server.resume();
      }

      @Override
      public void kill() {
        server.kill();
      }

      @Override
      public void start() {
        server.start();
      }
    };
  }

  static CacheNode of(RedisServer server) {
    return new CacheNode() {
      @Override
      public void pause() {
        server.hang();
      }

      @Override
      public void resume() {
        server.goOn();
      }

      @Override
      public void kill() {
        server.kill();
      }

      @Override
      public void start() {
        server.start();
      }
    };
  }
}
