package org.snapfleet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as MariaDB and MySQL answer SHOW GRANTS. */
class GrantsTest {
  private static final String USAGE =
      "GRANT USAGE ON *.* TO `snapfleet`@`%` IDENTIFIED BY PASSWORD '*A0B1'";

  private static Grants read(String... lines) {
    return Grants.read(List.of(lines), "photo_site");
  }

  @Test
  void allThatTheAccountsNeedIsEnough() {
    Grants grants =
        read(
            USAGE,
            "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, REFERENCES, INDEX, ALTER ON"
                + " `photo_site`.* TO `snapfleet`@`%`");

    assertThat(grants.missingToServe()).isEmpty();
    assertThat(grants.missingToMigrate()).isEmpty();
    assertThat(grants.onServer()).isEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    Grants grants =
        read(USAGE, "GRANT SELECT, INSERT, CREATE ON `photo_site`.* TO `snapfleet`@`%`");

    assertThat(grants.missingToServe()).containsExactly("UPDATE", "DELETE");
    assertThat(grants.missingToMigrate()).containsExactly("ALTER", "INDEX", "REFERENCES");
  }

  @Test
  void namesOfDatabasesArePatterns() {
    assertThat(read("GRANT ALL PRIVILEGES ON `photo\\_site`.* TO `a`@`b`").missingToServe())
        .isEmpty();
    assertThat(read("GRANT ALL PRIVILEGES ON `photo%`.* TO `a`@`b`").missingToServe()).isEmpty();
    assertThat(read("GRANT ALL PRIVILEGES ON `photoXsite`.* TO `a`@`b`").missingToServe())
        .hasSize(4);
    assertThat(read("GRANT ALL PRIVILEGES ON `other`.* TO `a`@`b`").missingToServe()).hasSize(4);
  }

  @Test
  void rightsOnEverythingAreSeen() {
    Grants master = read("GRANT ALL PRIVILEGES ON *.* TO `root`@`%` WITH GRANT OPTION");
    Grants ofRds = read("GRANT SELECT, RELOAD, CREATE USER ON *.* TO `admin`@`%`");

    assertThat(master.onServer()).containsExactly("ALL PRIVILEGES");
    assertThat(master.missingToServe()).isEmpty();
    assertThat(ofRds.onServer()).contains("CREATE USER");
    assertThat(ofRds.missingToServe()).containsExactly("INSERT", "UPDATE", "DELETE");
  }

  @Test
  void rightsOnSingleTablesAreNotAddedUp() {
    Grants grants = read(USAGE, "GRANT SELECT (`id`), UPDATE ON `photo_site`.`photo` TO `a`@`%`");

    assertThat(grants.onTables()).isTrue();
    assertThat(grants.missingToServe()).isEmpty();
  }
}
