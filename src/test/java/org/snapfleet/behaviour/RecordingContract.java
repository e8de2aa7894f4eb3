package org.snapfleet.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Multipart;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;

/** What the windows know of requests, as the visitors themselves saw them. */
abstract class RecordingContract {
  private final Site site;
  private final Browser ann;
  private final SoftAssertions all = new SoftAssertions();

  RecordingContract(Site site) {
    this.site = site;
    this.ann = site.signedIn(Names.fresh("ann"));
  }

  /** A visitor's question. */
  private interface Question {
    Answer ask(Browser browser);
  }

  /** Asks from an address of its own, and compares what came with what was recorded. */
  private Answer compare(String what, Question question) {
    String client = Addresses.fresh();
    Answer answer = question.ask(site.browser().withCookiesOf(ann).from(client));
    all.assertThat(Recorded.await(site, client, 1))
        .as("%s: %s", what, answer.status())
        .isEqualTo(
            new Recorded(
                1,
                answer.status() >= 400 && answer.status() < 500 ? 1 : 0,
                answer.status() >= 500 ? 1 : 0,
                answer.bytes().length));
    return answer;
  }

  @Test
  void theSizeIsThatOfTheBodyAsItWasSent() {
    String[] gzip = {"Accept-Encoding", "gzip"};
    String tag = site.browser().get("/").header("ETag");
    String id = ann.upload(Pictures.jpeg(), "counted");
    String file = ann.get("/api/photos/" + id).json().at("/links/original").asText();

    compare("kept page", b -> b.get("/"));
    compare("kept page, compressed", b -> b.get("/", gzip));
    compare("HEAD of a kept page", b -> b.head("/", gzip));
    all.assertThat(
            compare("unchanged", b -> b.forget("session").get("/", "If-None-Match", tag)).status())
        .isIn(200, 304);
    compare("rendered page", b -> b.get("/account"));
    all.assertThat(
            compare("rendered page, compressed by the server", b -> b.get("/account", gzip))
                .header("Content-Encoding"))
        .isEqualTo("gzip");
    compare("HEAD of a rendered page", b -> b.head("/account", gzip));
    compare("JSON, compressed by the server", b -> b.get("/openapi", gzip));
    compare("JSON", b -> b.get("/api/photos"));
    compare("photo", b -> b.get(file, gzip));
    all.assertThat(compare("part of it", b -> b.get(file, "Range", "bytes=5-104")).status())
        .isEqualTo(206);
    compare("redirect", b -> b.form("/logout", Map.of()));
    compare("upload", b -> b.upload(new Multipart().file("a.jpg", Pictures.jpeg())));
    all.assertAll();
  }

  @Test
  void errorsAreRecordedAsTheyWereAnsweredWhoeverAnsweredThem() {
    String[] gzip = {"Accept-Encoding", "gzip"};

    compare("page of ours", b -> b.get("/people/" + Names.fresh("nobody"), gzip));
    compare("unknown page", b -> b.get("/nosuch"));
    compare("unknown page, compressed", b -> b.get("/no/such", gzip));
    compare("HEAD of an unknown page", b -> b.head("/nosuch"));
    compare("method that none has", b -> b.send("PUT", "/"));
    compare("unknown address of the API", b -> b.get("/api/nosuch"));
    compare("method of the API", b -> b.send("DELETE", "/api/photos"));
    compare("JSON that is none", b -> b.sendJson("POST", "/api/session", "{"));
    compare("refused upload", b -> b.upload(new Multipart().file("a.txt", new byte[3])));
    compare("other site", b -> b.form("/logout", Map.of(), "Sec-Fetch-Site", "cross-site"));
    compare("unknown photo", b -> b.get("/media/none"));
    all.assertAll();
  }

  @Test
  void thoseWhoWatchAreNotRecorded() {
    String client = Addresses.fresh();
    Browser watcher = site.browser().from(client);
    watcher.get("/health/ready");
    watcher.get("/health/dependencies");
    watcher.get("/metrics");
    watcher.get("/login");

    assertThat(Recorded.await(site, client, 1).requests()).isEqualTo(1);
  }

  @Test
  void whatAClientSaysOfItselfPastOurProxiesIsNotBelieved() {
    String client = Addresses.fresh();
    String forged = Addresses.fresh();
    site.browser().from(forged + ", " + client).get("/login");
    site.browser().from("127.0.0.1, " + forged + "," + client).get("/login");

    assertThat(Recorded.await(site, client, 2).requests()).isEqualTo(2);
    assertThat(Recorded.of(site, forged).requests()).isZero();
  }

  @Test
  void anIpv6AddressHasOneSpelling() {
    String network = Long.toHexString((System.nanoTime() & 0xffff) | 0x1000);
    for (String spelling :
        new String[] {"2001:DB8:%s::A:1", "2001:0db8:%s:0:0:0:a:1", "2001:db8:%s:0::000a:0001"}) {
      site.browser().from(spelling.formatted(network)).get("/login");
    }

    assertThat(Recorded.await(site, "2001:db8:%s::a:1".formatted(network), 3).requests())
        .isEqualTo(3);
  }

  @Test
  void whatIsNoAddressIsUnknown() {
    long before = Recorded.of(site, "unknown").requests();
    site.browser().from("'; DROP TABLE traffic_window; --").get("/login");
    site.browser().from("x".repeat(3_000)).get("/login");

    assertThat(Recorded.await(site, "unknown", before + 2).requests()).isEqualTo(before + 2);
  }

  /** Quotes and as much as the server takes; bytes that are no text it may refuse by itself. */
  @Test
  void whateverAUserAgentSaysTheRequestIsRecorded() throws IOException {
    String client = Addresses.fresh();
    assertThat(statusByHand(client, "\"quo'ted\" \\ {}")).isEqualTo(200);
    assertThat(statusByHand(client, "x".repeat(7_500))).isEqualTo(200);
    long recorded = 2;
    for (String userAgent : List.of("\u00ff\u00fe", "\u00c3\u00e4 \t", "\u00f0x\u0001")) {
      int status = statusByHand(client, userAgent);
      all.assertThat(status).isIn(200, 400);
      recorded += status == 200 ? 1 : 0;
    }

    assertThat(Recorded.await(site, client, recorded).requests()).isEqualTo(recorded);
    all.assertAll();
  }

  private int statusByHand(String client, String userAgent) throws IOException {
    URI uri = site.uri("/login");
    String head =
        "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "X-Forwarded-For: %s\r\nUser-Agent: %s\r\n\r\n".formatted(client, userAgent);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void metricsTellHowManyWereRecorded() {
    String metrics = site.browser().get("/metrics").expect(200).text();

    assertThat(metrics)
        .containsPattern("snapfleet_traffic_recorded_total\\S* [1-9]")
        .containsPattern("snapfleet_traffic_held\\S* \\d")
        .containsPattern("snapfleet_traffic_dropped_total\\S*reason=\"late\"\\S* 0")
        .containsPattern("snapfleet_traffic_dropped_total\\S*reason=\"database\"\\S* 0");
  }
}
