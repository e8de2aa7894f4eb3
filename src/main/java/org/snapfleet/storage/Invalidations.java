package org.snapfleet.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.Settings;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Chooses whom to tell of removed bytes: the distribution that has an id, else nobody. */
@Dependent
class Invalidations {
  /** As for the SDK's own client of CloudFront. */
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_CLOUDFRONT";

  @Produces
  @Singleton
  Invalidation invalidation(Settings settings) {
    return settings
        .cloudFront()
        .flatMap(CloudFrontSettings::distributionId)
        .<Invalidation>map(
            id ->
                new CloudFrontInvalidation(
                    id, endpoint(), DefaultCredentialsProvider.builder().build()))
        .orElse(keys -> {});
  }

  private static URI endpoint() {
    return Optional.ofNullable(System.getenv(ENDPOINT))
        .map(URI::create)
        .orElse(CloudFrontInvalidation.ENDPOINT);
  }
}
