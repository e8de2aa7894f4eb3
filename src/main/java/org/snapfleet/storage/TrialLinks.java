package org.snapfleet.storage;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.fleet.CloudFrontSettings.KeyPair;

/** Links to photos that nobody has, for a program that tries whether a distribution works. */
public final class TrialLinks {
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  private TrialLinks() {}

  /** One that everyone may follow. */
  public static URI open(URI distribution) {
    return link(distribution, Optional.empty(), Area.PUBLIC);
  }

  /**
   * One that this key pair opens.
   *
   * @throws IOException where it cannot sign, saying why
   */
  public static URI signed(URI distribution, KeyPair pair) throws IOException {
    PolicySigner signer = new PolicySigner(pair.id(), PrivateKeyFile.read(pair.privateKey()));
    return link(distribution, Optional.of(signer), Area.of(UUID.randomUUID()));
  }

  private static URI link(URI distribution, Optional<PolicySigner> signer, Area area) {
    PhotoLinks links = new CloudFrontLinks(distribution, signer, LIFETIME, Clock.systemUTC());
    ObjectKey nobodys = KeyStem.random(area).key("thumbnail", "jpg");
    return URI.create(links.link(new Placed(S3PhotoStore.NAME, nobodys)));
  }
}
