package org.snapfleet.bench;

import org.snapfleet.storage.LinkRates;

/** What it costs to sign links to photos. */
final class LinkRows {
  private LinkRows() {}

  static void print(Table table) {
    LinkRates rates = LinkRates.measure();
    table.timed(
        new Figure(
            "presigned links a second, by one thread",
            "≥ 10,000",
            "%,.0f (the site's own: %,.0f)".formatted(rates.presigned(), rates.site()),
            rates.presigned() >= 10_000));
    table.timed(
        new Figure(
            "CloudFront's signatures a second, by one thread",
            "for comparison",
            "%,.0f by ECDSA, %,.0f by RSA".formatted(rates.elliptic(), rates.rsa()),
            true));
    PrivatePage page = PrivatePage.measure(7);
    table.timed(
        new Figure(
            "a page of ten private photos behind CloudFront, of the throughput of ten public ones",
            "≥ 0.9",
            "%.2f (%.2f to %.2f in 7 pairs)"
                .formatted(page.ratio(), page.leastRatio(), page.mostRatio()),
            page.ratio() >= 0.9));
  }
}
