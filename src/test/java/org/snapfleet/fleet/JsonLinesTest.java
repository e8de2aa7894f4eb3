package org.snapfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private final JsonLines lines = new JsonLines("10.0.0.7");

  @AfterEach
  void done() {
    RequestInHand.take(null);
  }

  private JsonNode line(LogRecord entry) throws IOException {
    String text = lines.format(entry);
    assertThat(text).endsWith("\n");
    assertThat(text.lines()).hasSize(1);
    return new ObjectMapper().readTree(text);
  }

  private static LogRecord entry(String message, Object... parameters) {
    LogRecord entry = new LogRecord(Level.WARNING, message);
    entry.setLoggerName("org.snapfleet.Something");
    entry.setParameters(parameters);
    return entry;
  }

  @Test
  void whateverIsLoggedIsOneObjectOnOneLine() throws IOException {
    JsonNode line = line(entry("Said \"{0}\"\nand went", "a\tb\\"));

    assertThat(line.at("/message").asText()).isEqualTo("Said \"a\tb\\\"\nand went");
    assertThat(line.at("/level").asText()).isEqualTo("WARNING");
    assertThat(line.at("/logger").asText()).isEqualTo("org.snapfleet.Something");
    assertThat(line.at("/instance").asText()).isEqualTo("10.0.0.7");
    assertThat(line.at("/time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(line.has("request")).isFalse();
    assertThat(line.has("exception")).isFalse();
  }

  @Test
  void whatIsOfARequestNamesIt() throws IOException {
    RequestInHand.take(new RequestInHand(() -> "id-1", () -> "/photos/{id}"));

    JsonNode line = line(entry("Failed"));

    assertThat(line.at("/request").asText()).isEqualTo("id-1");
    assertThat(line.at("/route").asText()).isEqualTo("/photos/{id}");
  }

  @Test
  void whatWasThrownIsInItWithItsTrace() throws IOException {
    LogRecord entry = entry("Failed");
    entry.setThrown(new IllegalStateException("why"));

    assertThat(line(entry).at("/exception").asText())
        .contains("IllegalStateException: why", "\tat " + JsonLinesTest.class.getName());
  }

  @Test
  void aRecordWithoutAMessageIsNoFailure() throws IOException {
    assertThat(line(new LogRecord(Level.INFO, null)).at("/message").asText()).isEqualTo("null");
  }
}
