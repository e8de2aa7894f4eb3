package org.snapfleet.ami;

/** Where values are kept that the user data only refers to. */
interface ValueSource {
  /** A parameter of SSM, decrypted. */
  String parameter(String name);

  /** The text of a secret of Secrets Manager, by its name or ARN. */
  String secret(String name);
}
