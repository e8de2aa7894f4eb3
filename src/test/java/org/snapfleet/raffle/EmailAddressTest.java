package org.snapfleet.raffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snapfleet.http.Problem;

class EmailAddressTest {
  private static String problemOf(String text) {
    try {
      EmailAddress.parse(text);
      return "none";
    } catch (Problem e) {
      return e.status() + " " + e.key();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.org, ada@example.org",
    "ADA@Example.ORG, ada@example.org",
    "'  ada@example.org ', ada@example.org",
    "o'neil+tag/x=y@sub.example.org, o'neil+tag/x=y@sub.example.org",
    ".dots..are.fine.@example.org, .dots..are.fine.@example.org",
    "ada@localhost, ada@localhost",
    "ada@m\u00FCller.example, ada@xn--mller-kva.example",
    "ada@M\u00DCLLER.example, ada@xn--mller-kva.example",
    "ada@mu\u0308ller.example, ada@xn--mller-kva.example",
    "ada@XN--MLLER-KVA.example, ada@xn--mller-kva.example",
    "ada@\u4F8B\u5B50\u3002\u6D4B\u8BD5, ada@xn--fsqu00a.xn--0zwm56d",
  })
  void everySpellingHasOneForm(String typed, String form) {
    assertThat(EmailAddress.parse(typed).form()).isEqualTo(form);
    assertThat(EmailAddress.parse(typed).key()).isEqualTo(EmailAddress.parse(form).key());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "@example.org",
        "ada@",
        "a@b@c",
        "ada@-example.org",
        "ada@example-.org",
        "ada@example..org",
        "ada@example.org.",
        "ada@[127.0.0.1]",
        "ada love@example.org",
        "\"ada\"@example.org",
        "\"a b\"@example.org",
        "ada(comment)@example.org",
        "Ada <ada@example.org>",
        "ada@example.org,bob@example.org",
        "ada\r\nBcc: all@example.org",
        "ada@example.org\r\nBcc: all@example.org",
        "ada@example.org\n",
        "ada\u0000@example.org",
        "\u0430da@example.org",
        "ada\uFF20example.org",
        "ada@exa mple.org",
        "ada@ex\u00A0ample.org",
        "ada@aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.org",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg@example.org",
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThat(problemOf(text)).isEqualTo("400 raffle.address-invalid");
  }

  @Test
  void whatIsMissingOrTooLongIsSaid() {
    assertThat(problemOf("")).isEqualTo("400 raffle.no-address");
    assertThat(problemOf("  ")).isEqualTo("400 raffle.no-address");
    assertThat(problemOf("a@" + "b".repeat(10_240))).isEqualTo("400 raffle.address-too-long");
    String label = "a".repeat(61) + ".";
    assertThat(problemOf("a@" + label.repeat(4) + "org")).isEqualTo("none");
    assertThat(problemOf("abc@" + label.repeat(4) + "org"))
        .isEqualTo("400 raffle.address-too-long");
  }

  /** By UTS 46, which browsers keep to, the first is xn--strae-oqa.example. */
  @ParameterizedTest
  @ValueSource(strings = {"ada@stra\u00DFe.example", "ada@\u03C3\u03BF\u03C6\u03CC\u03C2.example"})
  void noLetterLeadsToAnotherDomain(String text) {
    assertThat(problemOf(text)).isEqualTo("400 raffle.address-domain");
  }

  @Test
  void whatLooksAlikeIsAnotherAddress() {
    assertThat(EmailAddress.parse("ada@ex\u0430mple.org").key())
        .isNotEqualTo(EmailAddress.parse("ada@example.org").key());
    assertThat(EmailAddress.parse("ada+1@example.org").key())
        .isNotEqualTo(EmailAddress.parse("ada@example.org").key());
  }

  @Test
  void mailGoesToTheAddressAsTyped() {
    EmailAddress typed = EmailAddress.parse("Ada@M\u00FCller.example");
    assertThat(typed.typed()).isEqualTo("Ada@M\u00FCller.example");
    assertThat(typed.forSending()).isEqualTo("Ada@xn--mller-kva.example");
  }

  @Test
  void aKeyFromOutsideIsAKey() {
    AddressKey key = EmailAddress.parse("ada@example.org").key();
    assertThat(AddressKey.parse(key.hex())).isEqualTo(key);
    assertThatThrownBy(() -> AddressKey.parse("..")).isInstanceOf(Problem.class);
  }
}
