package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One visitor: keeps its cookies, follows no redirect, and checks what every response keeps to. */
public final class Browser {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Function<String, URI> address;
  private final CookieManager cookies = new CookieManager();
  private final Map<String, String> headers = new TreeMap<>();
  private boolean isBeforeTheSite;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param address makes a path the address of a site
   */
  Browser(Function<String, URI> address) {
    this.address = address;
  }

  /**
   * One who comes to an address before the site, such as an edge's. What is under {@code /media/}
   * or elsewhere is not of the site then, and need not keep to its rules.
   */
  public static Browser at(URI base) {
    Browser browser = new Browser(base::resolve);
    browser.isBeforeTheSite = true;
    return browser;
  }

  private boolean isOfTheSite(URI uri) {
    return !isBeforeTheSite
        || (uri.getAuthority().equals(address.apply("/").getAuthority())
            && !uri.getPath().startsWith("/media/"));
  }

  /** Sends a header with every request from now on. */
  public Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Comes from another machine's address, as told by a proxy on this one. */
  public Browser from(String address) {
    return with("X-Forwarded-For", address);
  }

  /** Signs in, or fails. */
  public Browser signIn(String name, String password) {
    trySignIn(name, password).expect(200);
    return this;
  }

  public Answer trySignIn(String name, String password) {
    return send("POST", "/api/session", json(Map.of("username", name, "password", password)));
  }

  public Answer register(String name, String password) {
    return send("POST", "/api/users", json(Map.of("username", name, "password", password)));
  }

  public Answer get(String path, String... headerPairs) {
    return send("GET", path, BodyPublishers.noBody(), headerPairs);
  }

  public Answer head(String path, String... headerPairs) {
    return send("HEAD", path, BodyPublishers.noBody(), headerPairs);
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Sends no body. */
  public Answer send(String method, String path) {
    return send(method, path, BodyPublishers.noBody());
  }

  /** Sends a JSON body. */
  public Answer send(String method, String path, JsonNode body) {
    return send(
        method, path, BodyPublishers.ofString(body.toString()), "Content-Type", "application/json");
  }

  /** Sends a plain form, as a page without JavaScript does. */
  public Answer form(String path, Map<String, String> fields, String... headerPairs) {
    String body =
        fields.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        path,
        BodyPublishers.ofString(body),
        append(headerPairs, "Content-Type", "application/x-www-form-urlencoded"));
  }

  /** Uploads by the API. */
  public Answer upload(Multipart body, String... headerPairs) {
    return post("/api/photos", body, headerPairs);
  }

  /** Sends a form with files. */
  public Answer post(String path, Multipart body, String... headerPairs) {
    return send(
        "POST", path, body.publisher(), append(headerPairs, "Content-Type", body.contentType()));
  }

  /** Uploads one picture and returns its id. */
  public String upload(byte[] picture, String caption) {
    Multipart body = new Multipart().field("caption", caption).file("picture", picture);
    return upload(body).expect(201).json().at("/stored/0/id").asText();
  }

  /** Any request; the headers are names and values in turn. */
  public Answer send(String method, String path, BodyPublisher body, String... headerPairs) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.apply(path)).timeout(PATIENCE);
    headers.forEach(request::setHeader);
    for (int i = 0; i < headerPairs.length; i += 2) {
      request.setHeader(headerPairs[i], headerPairs[i + 1]);
    }
    request.method(method, body);
    try {
      Answer answer = new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
      if (isOfTheSite(request.build().uri())) {
        assertKeepsToHouseRules(answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What holds for each and every response of the site. */
  private static void assertKeepsToHouseRules(Answer answer) {
    assertThat(answer.headers("Set-Cookie"))
        .as("the container never makes a session: %s", answer)
        .noneMatch(cookie -> cookie.toUpperCase(java.util.Locale.ROOT).startsWith("JSESSIONID"));
    assertThat(answer.text()).as("%s", answer).doesNotContain(";jsessionid=");
    if (answer.status() == 304) {
      assertThat(answer.header("ETag")).as("%s", answer).isNotEmpty();
    } else if (!isRefusedByTheContainer(answer)) {
      assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).isEqualTo("nosniff");
    }
    if (answer.status() == 500) {
      throw new AssertionError("%s%n%s".formatted(answer, LiveSites.told(answer.text())));
    }
  }

  /** An address that is none is answered before the application has a say, with nothing. */
  private static boolean isRefusedByTheContainer(Answer answer) {
    return answer.status() == 400 && answer.bytes().length == 0;
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** A cookie's value, or nothing. */
  public String cookie(String name) {
    return cookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Takes over another visitor's cookies: a thief, or a second window. */
  public Browser withCookiesOf(Browser other) {
    other.cookies().forEach(c -> cookies.getCookieStore().add(address.apply("/"), c));
    return this;
  }

  /** Drops a cookie, if there is one of this name. */
  public Browser forget(String name) {
    List.copyOf(cookies()).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    return this;
  }

  public static ObjectNode json(Map<String, String> fields) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    fields.forEach(node::put);
    return node;
  }

  /** A JSON text that a call sends. */
  public Answer sendJson(String method, String path, String json, String... headerPairs) {
    return send(
        method,
        path,
        BodyPublishers.ofString(json),
        append(headerPairs, "Content-Type", "application/json"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String[] append(String[] pairs, String name, String value) {
    String[] all = java.util.Arrays.copyOf(pairs, pairs.length + 2);
    all[pairs.length] = name;
    all[pairs.length + 1] = value;
    return all;
  }
}
