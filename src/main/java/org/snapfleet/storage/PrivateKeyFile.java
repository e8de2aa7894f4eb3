package org.snapfleet.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key in PEM (RFC 7468): PKCS 8, or as openssl writes it by its older commands (PKCS 1,
 * SEC 1). CloudFront takes RSA keys of 2048 bits and ECDSA keys of the curve P-256.
 */
final class PrivateKeyFile {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----([^-]+)-----END \\1-----");
  private static final int RSA_BITS = 2048;
  private static final int P256_BITS = 256;

  /** The integer 0, and which algorithm: what PKCS 8 (RFC 5208) has around the other two forms. */
  private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private static final byte[] P256 =
      HexFormat.of().parseHex("020100301306072a8648ce3d020106082a8648ce3d030107");

  private PrivateKeyFile() {}

  /**
   * Reads one.
   *
   * @throws IOException for a file with no such key, saying what to do
   */
  static PrivateKey read(Path file) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!block.find() || block.group(1).startsWith("ENCRYPTED")) {
      throw unusable("it holds no private key in PEM without a password");
    }
    PrivateKey key = parse(pkcs8(block.group(1), block.group(2)));
    boolean fits =
        (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() == RSA_BITS)
            || (key instanceof ECPrivateKey ec
                && ec.getParams().getOrder().bitLength() == P256_BITS);
    if (!fits) {
      throw unusable("CloudFront takes RSA keys of 2048 bits and ECDSA keys of P-256 alone");
    }
    return key;
  }

  private static IOException unusable(String why) {
    return new IOException(
        why
            + ". Make one: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out"
            + " private-key.pem");
  }

  private static byte[] pkcs8(String kind, String base64) throws IOException {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return switch (kind) {
        case "RSA PRIVATE KEY" -> wrapped(RSA, der);
        case "EC PRIVATE KEY" -> wrapped(P256, der);
        default -> der;
      };
    } catch (IllegalArgumentException e) {
      throw unusable("its Base64 is damaged");
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    inside.writeBytes(algorithm);
    inside.writeBytes(element(0x04, key));
    return element(0x30, inside.toByteArray());
  }

  /** Of more than 127 bytes, in DER (X.690), two or three of length. */
  private static byte[] element(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length > 0xFF) {
      out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8)});
    } else if (content.length > 0x7F) {
      out.write(0x81);
    }
    out.write(content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static PrivateKey parse(byte[] pkcs8) throws IOException {
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException e) {
        // perhaps of the other kind
      }
    }
    throw unusable("its key is damaged, or neither RSA nor ECDSA");
  }
}
