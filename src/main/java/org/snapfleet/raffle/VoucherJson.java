package org.snapfleet.raffle;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.snapfleet.http.Problem;

/**
 * Vouchers in JSON: a number of them, or a list of codes, each a text or {@code {"code", "what"}}.
 */
public record VoucherJson(String code, String what) {

  static VoucherJson of(Voucher voucher) {
    return new VoucherJson(voucher.code().orElse(null), voucher.what());
  }

  static List<Voucher> parse(JsonValue value) {
    if (value instanceof JsonNumber number && number.isIntegral()) {
      // beyond these it is refused as it is
      int count = Math.max(0, Math.min(number.intValue(), 100_000));
      return Collections.nCopies(count, new Voucher(Optional.empty(), ""));
    }
    if (value instanceof JsonArray list) {
      return list.stream().map(VoucherJson::one).toList();
    }
    throw malformed();
  }

  private static Voucher one(JsonValue value) {
    if (value instanceof JsonString code) {
      return voucher(code.getString(), "");
    }
    if (value instanceof JsonObject both) {
      return voucher(text(both, "code"), text(both, "what"));
    }
    throw malformed();
  }

  private static String text(JsonObject object, String name) {
    JsonValue value = object.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return "";
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw malformed();
  }

  private static Voucher voucher(String code, String what) {
    return new Voucher(Optional.of(code.strip()).filter(text -> !text.isEmpty()), what.strip());
  }

  private static Problem malformed() {
    return new Problem(400, "raffle.vouchers", 1_000, 200);
  }
}
