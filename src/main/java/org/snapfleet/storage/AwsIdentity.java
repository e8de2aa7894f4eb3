package org.snapfleet.storage;

import java.time.Duration;
import java.util.Optional;
import org.snapfleet.fleet.AwsSettings;
import org.snapfleet.fleet.Repeating;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Who this instance is for AWS, as the SDK's default chain finds it. Looked up in the background,
 * as a machine's role may change its credentials at any time and no request shall wait for them.
 */
final class AwsIdentity {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

  private final AwsCredentialsProvider chain = DefaultCredentialsProvider.builder().build();
  private volatile Optional<AwsCredentials> known = Optional.empty();

  private AwsIdentity() {}

  /** Begins to look: what is in the environment is known when this returns. */
  static AwsIdentity lookedUp(Repeating repeating) {
    AwsIdentity identity = new AwsIdentity();
    try {
      identity.look();
    } catch (SdkClientException e) {
      // told by the next look, if that fails too
    }
    repeating.every(Duration.ZERO, BETWEEN_LOOKS, "Finding the AWS credentials", identity::look);
    return identity;
  }

  private void look() {
    known = Optional.of(chain.resolveCredentials());
  }

  /** None until they are first found; those found last while they cannot be found again. */
  Optional<AwsCredentials> credentials() {
    return known;
  }

  /** As configured, else as the SDK finds it for this machine. */
  static Optional<String> region(AwsSettings settings) {
    try {
      return settings
          .region()
          .or(() -> Optional.of(DefaultAwsRegionProviderChain.builder().build().getRegion().id()));
    } catch (SdkClientException e) {
      return Optional.empty();
    }
  }
}
