package org.snapfleet.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may be fetched until when, and the proof that we say so, in CloudFront's spelling (<a
 * href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html">custom
 * policies</a>).
 *
 * @param hashAlgorithm what the signature was made with, unless with SHA-1
 */
record SignedPolicy(
    String policy, String signature, String keyPairId, Optional<String> hashAlgorithm) {

  /** What an address ends with, with its question mark. */
  String query() {
    return parts().entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining("&", "?", ""));
  }

  /** The same as cookies. */
  Map<String, String> cookies() {
    return parts().entrySet().stream()
        .collect(Collectors.toMap(e -> "CloudFront-" + e.getKey(), Map.Entry::getValue));
  }

  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("Policy", policy);
    parts.put("Signature", signature);
    parts.put("Key-Pair-Id", keyPairId);
    hashAlgorithm.ifPresent(name -> parts.put("Hash-Algorithm", name));
    return parts;
  }
}
