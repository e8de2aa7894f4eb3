package org.snapfleet.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.snapfleet.http.Problem;

/**
 * A person's name: letters and digits of any script, dots, hyphens, underscores; as they wrote it.
 */
public record AccountName(String text) {
  static final int MAX_LENGTH = 40;
  static final AccountName ADMIN = new AccountName("admin");
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*");

  /** Reads a name that someone typed, or says what is wrong with it. */
  public static AccountName parse(String typed) {
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    if (text.isEmpty()) {
      throw new Problem(422, "name.empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw new Problem(422, "name.too-long", MAX_LENGTH);
    }
    if (!ALLOWED.matcher(text).matches()) {
      throw new Problem(422, "name.characters");
    }
    return new AccountName(text);
  }

  /** Names with the same key are the same name: {@code Ann} and {@code ann}. */
  String key() {
    return text.toLowerCase(Locale.ROOT);
  }
}
