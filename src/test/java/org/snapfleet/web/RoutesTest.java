package org.snapfleet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/photos, /photos",
    "/photos/0192-ab, /photos/{id}",
    "/photos/0192-ab/delete, /photos/{id}/{action}",
    "/people/Ann, /people/{name}",
    "/api/photos/0192-ab/links, /api/photos/{id}/links",
    "/api/session/password, /api/session/password",
    "/account/password, /account/password",
    "/media/p/a/b/large.jpg, /media",
    "/assets/0123/site.css, /assets",
    "/health/ready, /health",
    "/metrics, /metrics",
    "/traffic, /traffic",
    "/traffic.csv, /traffic.csv",
    "/api/traffic, /api/traffic"
  })
  void anAddressIsOneOfItsKind(String path, String route) {
    assertThat(Routes.of(path)).isEqualTo(route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//",
        "/nothing",
        "/photos/a/b/c",
        "/mediation",
        "/api",
        "/api/photos/a/b",
        "/people",
        "/{name}",
        "/%2e%2e/x"
      })
  void whateverIsNoneIsOneOfAllOthers(String path) {
    assertThat(Routes.of(path)).isEqualTo(Routes.OTHER);
  }
}
