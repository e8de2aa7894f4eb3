package org.snapfleet.storage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Browsers fetch the bytes from an edge of CloudFront: public ones by a plain address, a person's
 * own by a signed one or by cookies, members' ones by cookies. One signature does for all
 * renditions of a photo, or for all of an area.
 */
final class CloudFrontLinks implements PhotoLinks {
  private final String base;
  private final Optional<PolicySignatures> signatures;
  private final Duration lifetime;
  private final Clock clock;
  private final Set<Area> passed;

  /**
   * @param signer none where all photos are public
   */
  CloudFrontLinks(
      URI url, Optional<? extends PolicySignatures.Signer> signer, Duration lifetime, Clock clock) {
    this(
        url.toString().replaceAll("/+$", "") + AppLinks.PATH,
        signer.map(PolicySignatures::new),
        lifetime,
        clock,
        Set.of());
  }

  private CloudFrontLinks(
      String base,
      Optional<PolicySignatures> signatures,
      Duration lifetime,
      Clock clock,
      Set<Area> passed) {
    this.base = base;
    this.signatures = signatures;
    this.lifetime = lifetime;
    this.clock = clock;
    this.passed = Set.copyOf(passed);
  }

  @Override
  public String link(Placed bytes) {
    ObjectKey key = bytes.key();
    Area area = key.area();
    return area.isPublic() || area.isForMembers() || passed.contains(area)
        ? base + key
        : base + key + signed(key.stem().text()).map(SignedPolicy::query).orElse("");
  }

  @Override
  public Optional<Pass> pass(Area area) {
    return signed(area.prefix())
        .map(policy -> new Pass(AppLinks.PATH + area.prefix(), policy.cookies()));
  }

  @Override
  public PhotoLinks withPasses(Set<Area> areas) {
    return new CloudFrontLinks(base, signatures, lifetime, clock, areas);
  }

  /** Whatever begins with this, also with a query. */
  private Optional<SignedPolicy> signed(String beginning) {
    long expires = TimeBucket.at(clock.instant(), lifetime).expires();
    return signatures.map(known -> known.of(base + beginning + "*", expires));
  }
}
