package org.snapfleet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  private static final String OURS = "[0-9a-f-]{36}";

  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final HttpServletRequest request =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getHeader" -> headers.get(arguments[0]);
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  @Test
  void itIsTheBalancers() {
    headers.put("X-Request-ID", "7F3a-1:b");

    assertThat(RequestId.of(request)).isEqualTo("7F3a-1:b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Root=1-67891233-abcdef012345678912345678",
        "Self=1-67891204-12456789abcdef012345678;Root=1-67891233-abcdef012345678912345678",
        "Root=1-67891233-abcdef012345678912345678;CalledFrom=app"
      })
  void amazonsNameOfItIsTheRoot(String header) {
    headers.put("X-Amzn-Trace-Id", header);

    assertThat(RequestId.of(request)).isEqualTo("1-67891233-abcdef012345678912345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "a\"b", "<script>", "Ä"})
  void whatCouldBeMoreThanANameIsNotTaken(String header) {
    headers.put("X-Request-ID", header);

    assertThat(RequestId.of(request)).matches(OURS);
  }

  @Test
  void aNameThatIsTooLongIsNotTaken() {
    headers.put("X-Request-ID", "a".repeat(129));

    assertThat(RequestId.of(request)).matches(OURS);
  }

  @Test
  void withoutOneItGetsOneAndKeepsIt() {
    assertThat(RequestId.of(request)).matches(OURS).isEqualTo(RequestId.of(request));
  }
}
