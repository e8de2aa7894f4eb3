package org.snapfleet.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.snapfleet.fleet.CloudFrontSettings;
import org.snapfleet.fleet.Settings;

/** Where browsers fetch photos besides the site itself. */
@ApplicationScoped
public class PhotoOrigins {
  private final Settings settings;
  private Optional<String> origin;

  @Inject
  PhotoOrigins(Settings settings) {
    this.settings = settings;
  }

  /** For the client proxy. */
  protected PhotoOrigins() {
    this(null);
  }

  /** Scheme, host and port, as a page's security policy names it. */
  public synchronized Optional<String> other() {
    if (origin == null) {
      origin = links().map(PhotoOrigins::origin).filter(at -> !at.equals(own()));
    }
    return origin;
  }

  private Optional<URI> links() {
    return switch (settings.delivery()) {
      case APP -> Optional.empty();
      case S3 ->
          AwsIdentity.region(settings.aws())
              .map(region -> S3Links.base(settings.s3().orElseThrow(), region));
      case CLOUDFRONT -> settings.cloudFront().map(CloudFrontSettings::url);
    };
  }

  private String own() {
    return settings.url().map(PhotoOrigins::origin).orElse("");
  }

  private static String origin(URI url) {
    return "%s://%s".formatted(url.getScheme(), url.getRawAuthority());
  }
}
