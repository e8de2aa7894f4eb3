package org.snapfleet.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.site.Answer;
import org.snapfleet.site.Browser;
import org.snapfleet.site.Names;
import org.snapfleet.site.Pictures;
import org.snapfleet.site.Site;
import org.snapfleet.site.Sites;

/** What one visitor sends can cost the others little. */
@Timeout(60)
class AbuseIT {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** More than the listener has threads. */
  private static final int MANY = 210;

  private final Site site = Sites.open();
  private final Browser browser = site.browser();

  private Answer session(byte[] body, String... headers) {
    return browser.send("POST", "/api/session", BodyPublishers.ofByteArray(body), headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"x\":{", "{\"x\":[", "{\"username\":\"a\",\"x\":{\"y\":1", "{", "[", ""})
  void jsonThatEndsTooEarlyIsAnsweredAtOnce(String body) {
    session(body.getBytes(UTF_8), "Content-Type", JSON).expectProblem(400, JSON);
  }

  @Test
  void aBodyThatInflatesIsNotReadWhole() {
    byte[] name = "{\"username\":\"%s\"}".formatted("a".repeat(20_000_000)).getBytes(US_ASCII);

    Answer answer = session(gzip(name), "Content-Type", JSON, "Content-Encoding", "gzip");

    assertThat(answer.status()).isIn(400, 413, 415);
  }

  @Test
  void aFormWithoutALengthIsBoundedToo() {
    byte[] form = ("username=Zed&x=" + "a".repeat(1_000_000)).getBytes(US_ASCII);

    Answer answer =
        browser.send(
            "POST",
            "/login",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)),
            "Content-Type",
            FORM);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("64 KiB");
  }

  @Test
  void formsThatDripLeaveThreadsForPagesAndHealth() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(drip());
      }
      browser.get("/health/live").expect(200);
      browser.get("/").expect(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private Socket drip() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.uri("/").getPort());
    String head =
        "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 60000\r\n\r\nu";
    socket.getOutputStream().write(head.formatted(FORM).getBytes(US_ASCII));
    return socket;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/pages/front.xhtml", "//pages/front.xhtml", "/WEB-INF/web.xml", "/front.xhtml"})
  void whatIsInsideHasNoAddress(String path) {
    Answer answer = browser.get(path).expect(404);

    assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void aPathNamesNoOtherSite() {
    assertThat(browser.get("//example.org/").text()).doesNotContain("\"//example.org");
  }

  @Test
  void anUnknownMethodIsToldWhichAreTaken() {
    for (String method : List.of("FOO", "PATCH", "PUT")) {
      Answer answer = browser.send(method, "/", BodyPublishers.noBody()).expect(405);
      assertThat(answer.header("Allow")).contains("GET");
    }
    Answer api = browser.send("PUT", "/api/photos", BodyPublishers.noBody()).expectProblem(405);
    assertThat(api.header("Allow")).contains("GET", "POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uffff", "\ufffe", "a\ud800b", "\u0000", "\u000b"})
  void noCaptionBreaksTheFeed(String caption) throws Exception {
    Browser author = site.signedIn(Names.fresh("caption"));
    String id = author.upload(Pictures.jpeg(40, 30), "fine");
    String body = "{\"caption\":\"%s\"}".formatted(escaped(caption));

    JsonNode changed =
        author
            .send("PATCH", "/api/photos/" + id, BodyPublishers.ofString(body), "Content-Type", JSON)
            .expect(200)
            .json();

    assertThat(changed.path("caption").asText()).doesNotContain(caption);
    javax.xml.parsers.DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(browser.get("/feed.atom").expect(200).bytes()));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  @Test
  void onlyGetIsAnsweredInParts() {
    Browser author = site.signedIn(Names.fresh("parts"));
    author.upload(Pictures.jpeg(40, 30), "");
    String link = author.get("/api/photos").json().at("/photos/0/links/large").asText();

    browser.head(link, "Range", "bytes=0-3").expect(200);
    browser.get(link, "Range", "bytes=0-3").expect(206);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }
}
