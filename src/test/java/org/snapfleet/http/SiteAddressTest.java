package org.snapfleet.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.AddressRange;
import org.snapfleet.fleet.LatencyRange;
import org.snapfleet.fleet.LogForm;
import org.snapfleet.fleet.Settings;

class SiteAddressTest {
  private final Map<String, List<String>> headers = new HashMap<>();
  private final SiteAddress address =
      new SiteAddress(settings(Optional.empty(), Settings.Delivery.APP));
  private final SiteAddress behindCloudFront =
      new SiteAddress(settings(Optional.empty(), Settings.Delivery.CLOUDFRONT));

  private static Settings settings(Optional<URI> url, Settings.Delivery delivery) {
    return new Settings(
        url,
        Optional.empty(),
        null,
        null,
        Settings.AccountsMode.OPEN,
        Optional.empty(),
        10,
        Settings.Storage.DISK,
        Path.of("photos"),
        Optional.empty(),
        delivery,
        null,
        Optional.empty(),
        Settings.SessionsPlace.MEMORY,
        Settings.CachePlace.NONE,
        null,
        Optional.empty(),
        null,
        0,
        LatencyRange.NONE,
        Duration.ZERO,
        LogForm.PLAIN,
        1,
        1,
        null,
        Optional.empty(),
        Stream.of("127.0.0.1", "::1", "10.0.0.0/16", "2001:db8:1::/48")
            .map(range -> AddressRange.parse(range).orElseThrow())
            .toList());
  }

  private HttpServletRequest from(String remote) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> remote;
                  case "getScheme" -> "http";
                  case "getHeader" -> all(arguments[0]).stream().findFirst().orElse(null);
                  case "getHeaders" -> Collections.enumeration(all(arguments[0]));
                  default -> throw new AssertionError(method);
                });
  }

  private List<String> all(Object name) {
    return headers.getOrDefault((String) name, List.of());
  }

  @Test
  void theClientIsWhoTheNearestProxySays() {
    headers.put("X-Forwarded-For", List.of("198.51.100.1, 203.0.113.9"));

    assertThat(address.client(from("127.0.0.1"))).isEqualTo("203.0.113.9");
  }

  @Test
  void aLineThatTheClientForgedBeforeTheProxysOwnIsNotBelieved() {
    headers.put("X-Forwarded-For", List.of("198.51.100.1", "203.0.113.9"));

    assertThat(address.client(from("127.0.0.1"))).isEqualTo("203.0.113.9");
  }

  @Test
  void proxiesOfOursAreLookedThrough() {
    headers.put("X-Forwarded-For", List.of("198.51.100.1, 203.0.113.9, 10.0.0.1"));

    assertThat(address.client(from("127.0.0.1"))).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.255.7, 203.0.113.9", "10.1.0.7, 10.1.0.7", "0:0:0:0:0:0:0:1, 203.0.113.9",
    "2001:db8:1:ff::2, 203.0.113.9", "2001:db8:2::2, 2001:db8:2::2", "::ffff:10.0.0.2, 203.0.113.9",
    "localhost, localhost"
  })
  void aBalancersAddressIsOneOfARange(String remote, String client) {
    headers.put("X-Forwarded-For", List.of("203.0.113.9"));

    assertThat(address.client(from(remote))).isEqualTo(client);
  }

  /** The balancer says that an edge asked, and the edge says for whom. */
  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9:46532",
    "2001:db8:9::7, 2001:db8:9::7:46532",
    "2001:db8:9::7, [2001:db8:9::7]:46532"
  })
  void behindCloudFrontTheClientIsWhomTheEdgeSaw(String viewer, String said) {
    headers.put("X-Forwarded-For", List.of("198.51.100.1, " + viewer, "192.0.2.80"));
    headers.put("CloudFront-Viewer-Address", List.of(said));

    assertThat(behindCloudFront.client(from("10.0.3.4"))).isEqualTo(viewer);
    assertThat(address.client(from("10.0.3.4"))).as("without CloudFront").isEqualTo("192.0.2.80");
    assertThat(behindCloudFront.client(from("192.0.2.81")))
        .as("from no proxy of ours")
        .isEqualTo("192.0.2.81");
  }

  /** What a visitor may send by way of the edge, in both headers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "198.51.100.1:46532",
        "198.51.100.1",
        "203.0.113.9",
        "a.example:1",
        "",
        "203.0.113.9:x",
        "198.51.100.1:1,203.0.113.9:46532"
      })
  void aViewerWhomTheEdgeDidNotSeeIsForged(String said) {
    headers.put("X-Forwarded-For", List.of("198.51.100.1, 203.0.113.9, 192.0.2.80"));
    headers.put("CloudFront-Viewer-Address", List.of(said));

    assertThat(behindCloudFront.client(from("10.0.3.4"))).isEqualTo("192.0.2.80");
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0db8::0001, 2001:db8::1",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "0:0:0:0:0:0:0:0, ::",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "::ffff:203.0.113.9, 203.0.113.9",
    "fe80::1%eth0, fe80::1",
    "203.0.113.9:80, unknown",
    "host, unknown",
    "'', unknown"
  })
  void aClientHasOneSpelling(String remote, String spelling) {
    assertThat(address.clientAddress(from(remote))).isEqualTo(spelling);
    assertThat(address.clientAddress(from(remote))).as("known by now").isEqualTo(spelling);
  }

  @Test
  void manyAddressesAreToldApart() {
    for (int i = 0; i < 2_000; i++) {
      String remote = "10.%d.%d.7".formatted(i % 2, i / 8);
      headers.put("X-Forwarded-For", List.of("198.18." + i / 250 + "." + i % 250));
      String client = i % 2 == 0 ? headers.get("X-Forwarded-For").get(0) : remote;

      assertThat(address.clientAddress(from(remote))).isEqualTo(client);
    }
  }

  @Test
  void aStrangersHeadersAreNotBelieved() {
    headers.put("X-Forwarded-For", List.of("198.51.100.1"));
    headers.put("X-Forwarded-Proto", List.of("https"));
    headers.put("X-Forwarded-Host", List.of("evil.example"));
    headers.put("Host", List.of("site.example:8080"));

    assertThat(address.client(from("192.0.2.7"))).isEqualTo("192.0.2.7");
    assertThat(address.isSecure(from("192.0.2.7"))).isFalse();
    assertThat(address.base(from("192.0.2.7"))).isEqualTo("http://site.example:8080");
  }

  @Test
  void behindOurProxyTheSiteIsWhatBrowsersSee() {
    headers.put("X-Forwarded-Proto", List.of("https"));
    headers.put("Host", List.of("site.example"));

    assertThat(address.base(from("127.0.0.1"))).isEqualTo("https://site.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<b>", "a\"b", "[::1", "host/path", "host:"})
  void aHostThatIsNoneIsNotRepeated(String host) {
    headers.put("Host", List.of(host));

    assertThat(address.host(from("192.0.2.7"))).isEqualTo("localhost");
  }

  @Test
  void theConfiguredAddressWins() {
    SiteAddress configured =
        new SiteAddress(
            settings(Optional.of(URI.create("https://x.example/")), Settings.Delivery.APP));

    assertThat(configured.base(from("192.0.2.7"))).isEqualTo("https://x.example");
    assertThat(configured.isSecure(from("192.0.2.7"))).isTrue();
  }
}
