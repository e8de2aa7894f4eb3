package org.snapfleet.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that is true of the whole site, on every instance. */
@Entity
@Table(name = "site_fact")
class SiteFact {
  @Id private String name;

  @Column(name = "fact")
  private String text;

  /** For JPA. */
  protected SiteFact() {}

  SiteFact(String name, String text) {
    this.name = name;
    this.text = text;
  }

  String text() {
    return text;
  }
}
