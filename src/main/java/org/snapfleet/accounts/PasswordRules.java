package org.snapfleet.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.snapfleet.http.Problem;

/** Which passwords are refused: short ones and those that guessers try first (NIST SP 800-63B). */
@ApplicationScoped
class PasswordRules {
  private static final int MIN_LENGTH = 8;
  private static final int MAX_LENGTH = 200;

  /** The estimate's time grows with the square of the length; the start tells enough. */
  private static final int ESTIMATED_LENGTH = 72;

  /** Of 0 to 4: below, some ten thousand to a million guesses find it. */
  private static final int LEAST_SCORE = 2;

  private final Zxcvbn estimator = new Zxcvbn();

  void check(String password, AccountName name) {
    if (password.length() < MIN_LENGTH) {
      throw new Problem(422, "password.too-short", MIN_LENGTH);
    }
    if (password.length() > MAX_LENGTH) {
      throw new Problem(422, "password.too-long", MAX_LENGTH);
    }
    String start = password.substring(0, Math.min(password.length(), ESTIMATED_LENGTH));
    if (estimator.measure(start, List.of(name.text(), "snapfleet")).getScore() < LEAST_SCORE) {
      throw new Problem(422, "password.common");
    }
  }
}
