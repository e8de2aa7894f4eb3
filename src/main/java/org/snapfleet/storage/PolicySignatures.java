package org.snapfleet.storage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signatures that were made in the current time bucket, so that each is made once: an RSA one takes
 * a millisecond.
 */
final class PolicySignatures {
  /** About 10 MB; beyond, it begins anew. */
  private static final int MOST = 10_000;

  /** What makes one. */
  @FunctionalInterface
  interface Signer {
    SignedPolicy sign(String resource, long expires);
  }

  /** Those of one bucket. */
  private record Bucket(long expires, Map<String, SignedPolicy> byResource) {}

  private final Signer signer;
  private volatile Bucket current = new Bucket(0, Map.of());

  PolicySignatures(Signer signer) {
    this.signer = signer;
  }

  SignedPolicy of(String resource, long expires) {
    return bucket(expires)
        .byResource()
        .computeIfAbsent(resource, wanted -> signer.sign(wanted, expires));
  }

  private Bucket bucket(long expires) {
    Bucket bucket = current;
    if (bucket.expires() == expires && bucket.byResource().size() < MOST) {
      return bucket;
    }
    return newBucket(expires);
  }

  private synchronized Bucket newBucket(long expires) {
    if (current.expires() != expires || current.byResource().size() >= MOST) {
      current = new Bucket(expires, new ConcurrentHashMap<>());
    }
    return current;
  }
}
