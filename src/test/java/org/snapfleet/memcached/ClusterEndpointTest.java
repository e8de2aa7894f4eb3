package org.snapfleet.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.fleet.MemcachedSettings.Server;

class ClusterEndpointTest {
  private final FakeEndpoint fake = new FakeEndpoint();

  @AfterEach
  void close() throws IOException {
    fake.close();
  }

  @Test
  void itNamesItsNodesAndWhereTheyAre() throws IOException {
    fake.name(12, List.of(new Server("10.0.0.1", 11211), new Server("10.0.0.2", 11212)));

    assertThat(fake.endpoint().nodes())
        .containsExactly(
            new NodeAddress(false, "node-11211.example.org", "10.0.0.1", 11211),
            new NodeAddress(false, "node-11212.example.org", "10.0.0.2", 11212));
  }

  @Test
  void aNodeWithoutAnAddressIsFoundByItsName() throws IOException {
    fake.answer("CONFIG cluster 0 9\r\n1\na.example.org||11211\n\r\nEND\r\n");

    assertThat(fake.endpoint().nodes())
        .containsExactly(new NodeAddress(false, "a.example.org", "a.example.org", 11211));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ERROR\r\n",
        "END\r\n",
        "CONFIG cluster 0 5\r\n",
        "CONFIG cluster 0 5\r\n1\n",
        "CONFIG cluster 0 5\r\n1\n\n\r\nEND\r\n",
        "CONFIG cluster 0 5\r\n1\na|b|c\n\r\nEND\r\n",
        "CONFIG cluster 0 5\r\n1\na|b|65536\n\r\nEND\r\n",
        "CONFIG cluster 0 5\r\n1\n||11211\n\r\nEND\r\n",
        "CONFIG cluster 0 5\r\nhttp\na|b|11211\n\r\nEND\r\n",
      })
  void anyOtherAnswerIsAFailure(String answer) {
    fake.answer(answer);

    assertThatThrownBy(() -> fake.endpoint().nodes()).isInstanceOf(IOException.class);
  }
}
