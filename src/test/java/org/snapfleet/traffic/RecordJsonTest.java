package org.snapfleet.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
  private static final long CAME = 1_795_841_596_123L;

  private final RecordJson json = new RecordJson(new Boot("b0071d"), "10.0.0.5");

  private static JsonNode read(Parcel parcel) throws Exception {
    String line = new String(parcel.data(), StandardCharsets.UTF_8);
    assertThat(line).endsWith("}\n").doesNotContain("\uFFFE");
    assertThat(line.strip()).doesNotContain("\n");
    assertThat(line.getBytes(StandardCharsets.UTF_8)).as("is UTF-8").isEqualTo(parcel.data());
    return new ObjectMapper().readTree(parcel.data());
  }

  @Test
  void theFieldsAreThoseThatOthersRead() throws Exception {
    JsonNode read = read(json.packed(Records.at(CAME), 0));

    assertThat(read)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"request_time": "2026-11-28T04:53:16.123Z", "client_ip": "192.0.2.7",
                     "client_hostname": "photos.example.org", "server_ip": "10.0.0.5",
                     "request": "/", "http_method": "GET", "status": 200, "size": 5120,
                     "userAgent": "ab/2.3", "referer": null, "duration_ms": 1.235,
                     "instance": "10.0.0.5", "request_id": "0c9f6a1e", "id": "b0071d-0"}
                    """));
    assertThat(read.properties())
        .extracting(field -> field.getKey())
        .startsWith("request_time", "client_ip", "client_hostname", "server_ip", "request");
  }

  @Test
  void eachHasAnIdOfItsOwn() throws Exception {
    Parcel first = json.packed(Records.at(CAME), 0);
    Parcel second = json.packed(Records.at(CAME), 0);

    assertThat(read(first).at("/id").asText()).isNotEqualTo(read(second).at("/id").asText());
    assertThat(first.partitionKey()).isNotEqualTo(second.partitionKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"quoted\" \\ and </script>",
        "two\r\nlines\tand\u0000control\u001f\u007f\u0085\u2028",
        "Mozilla/5.0 (相片 \uD83D\uDCF7)",
      })
  void whateverAClientSendsIsReadBackAsItWas(String text) throws Exception {
    JsonNode read = read(json.packed(Records.with(CAME, text, text), 0));

    assertThat(read.at("/userAgent").asText()).isEqualTo(text);
    assertThat(read.at("/request").asText()).isEqualTo(text);
  }

  /** Of UTF-8 that is none, and of what was cut in the middle of a pair. */
  @Test
  void halvesOfPairsAreReplaced() throws Exception {
    for (String half : List.of("\uD83D", "\uDCF7", "a\uDCF7\uD83Db", "\uD83D\uD83D\uDCF7")) {
      String read = read(json.packed(Records.with(CAME, "/", half), 0)).at("/userAgent").asText();

      assertThat(read).contains("\uFFFD").hasSize(half.length());
    }
    assertThat(RecordJson.wellFormed("\uD83D\uD83D\uDCF7")).isEqualTo("\uFFFD\uD83D\uDCF7");
  }
}
