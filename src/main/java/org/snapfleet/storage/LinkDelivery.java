package org.snapfleet.storage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.DatabaseClock;
import org.snapfleet.fleet.Repeating;
import org.snapfleet.fleet.Settings;
import org.snapfleet.fleet.SiteStart;
import org.snapfleet.fleet.StartFailure;
import org.snapfleet.fleet.StartOrder;

/** Chooses the links by {@code snapfleet.delivery}. */
@Dependent
class LinkDelivery {
  private final Settings settings;
  private final LinkKeys keys;
  private final Clock clock;
  private final Repeating repeating;

  @Inject
  LinkDelivery(Settings settings, LinkKeys keys, DatabaseClock clock, Repeating repeating) {
    this.settings = settings;
    this.keys = keys;
    this.clock = clock;
    this.repeating = repeating;
  }

  @Produces
  @Singleton
  PhotoLinks links() {
    Duration lifetime = settings.links().lifetime();
    PhotoLinks app = new AppLinks(keys::seal, lifetime, clock);
    return switch (settings.delivery()) {
      case APP -> app;
      case S3 ->
          new S3Links(
              settings.s3().orElseThrow(),
              region(),
              AwsIdentity.lookedUp(repeating)::credentials,
              lifetime,
              clock,
              app);
      case CLOUDFRONT -> {
        CloudFrontSettings cloudFront = settings.cloudFront().orElseThrow();
        yield new CloudFrontLinks(cloudFront.url(), signer(cloudFront), lifetime, clock);
      }
    };
  }

  private String region() {
    Optional<String> region = AwsIdentity.region(settings.aws());
    if (region.isEmpty()) {
      StartFailure.stop(
          "snapfleet.aws.region is missing, and this machine's environment names none; links to S3"
              + " need the bucket's, as eu-central-1");
    }
    return region.orElseThrow();
  }

  /** The newest pair signs; the others are read too, as they are to sign after a way back. */
  private Optional<PolicySigner> signer(CloudFrontSettings cloudFront) {
    if (cloudFront.keyPairs().isEmpty() && settings.accounts() == Settings.AccountsMode.PASSWORD) {
      StartFailure.stop(
          "snapfleet.cloudfront.key-pair-id and .private-key-file are missing: links to photos that"
              + " are not public have to be signed");
    }
    return cloudFront.keyPairs().stream().map(LinkDelivery::signer).toList().stream().findFirst();
  }

  private static PolicySigner signer(CloudFrontSettings.KeyPair pair) {
    try {
      return new PolicySigner(pair.id(), PrivateKeyFile.read(pair.privateKey()));
    } catch (IOException e) {
      StartFailure.stop(
          "snapfleet.cloudfront.private-key-file=%s cannot sign: %s"
              .formatted(pair.privateKey(), e.getMessage()));
      throw new IllegalStateException(e);
    }
  }

  /** Has what cannot work stop the start. */
  void start(@Observes @Priority(StartOrder.CONTENT) SiteStart event, PhotoLinks links) {}
}
