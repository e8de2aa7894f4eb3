package org.snapfleet.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.snapfleet.fleet.UuidBytes;
import org.snapfleet.sessions.Person;

/** A person's account. */
@Entity
@Table(name = "account")
class Account {
  @Id
  @Convert(converter = UuidBytes.class)
  private UUID id;

  private String name;

  @Column(name = "name_key")
  private String nameKey;

  private String password;
  private boolean admin;
  private boolean member;

  /** For JPA. */
  protected Account() {}

  Account(UUID id, AccountName name, String passwordHash, boolean admin) {
    this.id = id;
    this.name = name.text();
    this.nameKey = name.key();
    this.password = passwordHash;
    this.admin = admin;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  /** The password's salted hash; an account of a site without passwords has none. */
  Optional<String> passwordHash() {
    return Optional.ofNullable(password);
  }

  void changePassword(String hash) {
    password = hash;
  }

  void changeMembership(boolean isMember) {
    member = isMember;
  }

  Person person() {
    return new Person(id, name, admin, member);
  }
}
