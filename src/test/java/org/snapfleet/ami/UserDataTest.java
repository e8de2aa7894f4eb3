package org.snapfleet.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserDataTest {
  @Test
  void keysBecomeVariablesAndOthersStayAsTheyAre() {
    UserData data =
        UserData.parse(
            """
            #snapfleet 1
            # a comment, and an empty line

            snapfleet.level=4
            snapfleet.db.url = jdbc:mariadb://db/snapfleet?sslMode=verify-full
            snapfleet.cloudfront.key-pair-id=K1,K2
            LOG_GROUP=/snapfleet/prod
            snapfleet.url=
            """);

    assertThat(data.level()).contains("4");
    assertThat(data.values())
        .containsExactly(
            Map.entry("SNAPFLEET_DB_URL", "jdbc:mariadb://db/snapfleet?sslMode=verify-full"),
            Map.entry("SNAPFLEET_CLOUDFRONT_KEY_PAIR_ID", "K1,K2"),
            Map.entry("LOG_GROUP", "/snapfleet/prod"),
            Map.entry("SNAPFLEET_URL", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "#!/bin/sh\necho s3cret", "#snapfleet 2\n", " \n#snapfleet 1"})
  void anotherTextIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> UserData.parse(text))
        .isInstanceOf(BootFailedException.class)
        .hasMessageContaining("must begin with the line \"#snapfleet 1\"")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3cret", "snapfleet.DB=s3cret", "snapfleet.=s3cret", "a-b=s3cret", "=s3cret"})
  void aLineThatIsNoneIsNamedByItsNumber(String line) {
    assertThatThrownBy(() -> UserData.parse("#snapfleet 1\nA=1\n" + line))
        .isInstanceOf(BootFailedException.class)
        .hasMessageStartingWith("line 3 of the user data")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aNameTwiceIsRefused() {
    assertThatThrownBy(
            () -> UserData.parse("#snapfleet 1\nSNAPFLEET_URL=http://a\nsnapfleet.url=http://b"))
        .hasMessageStartingWith("snapfleet.url is in the user data twice");
  }
}
