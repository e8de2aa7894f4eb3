package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A response, read whole. */
public final class Answer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpResponse<byte[]> response;

  Answer(HttpResponse<byte[]> response) {
    this.response = response;
  }

  public int status() {
    return response.statusCode();
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** A header's value, or nothing; never null. */
  public String header(String name) {
    return String.join(", ", headers(name));
  }

  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  public JsonNode json() {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(this + " is not JSON", e);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails unless the status is this one, and shows what was answered instead. */
  public Answer expect(int status) {
    assertThat(status()).as("%s", this).isEqualTo(status);
    return this;
  }

  /**
   * Fails unless this is an {@code application/problem+json} (RFC 9457) of this status whose
   * message has these words.
   */
  public Answer expectProblem(int status, String... words) {
    expect(status);
    assertThat(header("Content-Type")).as("%s", this).startsWith("application/problem+json");
    assertThat(json().path("status").asInt()).as("%s", this).isEqualTo(status);
    assertThat(json().path("title").asText()).as("title of %s", this).isNotBlank();
    assertThat(json().path("detail").asText()).as("detail of %s", this).isNotBlank();
    for (String word : words) {
      assertThat(json().path("detail").asText()).as("detail of %s", this).contains(word);
    }
    return this;
  }

  @Override
  public String toString() {
    String text = text();
    return "%s %s: %d %s %s"
        .formatted(
            response.request().method(),
            response.uri(),
            status(),
            header("Location"),
            header("Content-Type").startsWith("image/")
                ? "(%d bytes)".formatted(bytes().length)
                : text.substring(0, Math.min(600, text.length())));
  }
}
