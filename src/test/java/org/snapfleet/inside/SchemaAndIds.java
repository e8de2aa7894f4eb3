package org.snapfleet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snapfleet.fleet.Ids;

/** The schema is there, and ids keep the order in which they were made. */
interface SchemaAndIds {

  @Test
  default void everyMigrationHasRun() {
    List<Object> states = Inside.query("SELECT `success` FROM `flyway_schema_history`");

    assertThat(states).isNotEmpty().allMatch(state -> state.equals(true) || state.equals((byte) 1));
  }

  @Test
  default void aTransactionThatFailsLeavesNothing() {
    UUID id = Inside.bean(Ids.class).next();

    assertThatThrownBy(() -> Inside.inTransaction(em -> addAccountAndFail(em, id)))
        .hasMessageContaining("on purpose");

    assertThat(accountsNamed(id)).containsExactly(0L);
  }

  @Test
  default void aTransactionThatEndsWellIsSeenByTheNext() {
    UUID id = Inside.bean(Ids.class).next();

    Inside.inTransaction(em -> addAccount(em, id));

    assertThat(accountsNamed(id)).containsExactly(1L);
  }

  private static List<Object> accountsNamed(UUID id) {
    return Inside.query("SELECT COUNT(*) FROM account WHERE name = '%s'".formatted(id));
  }

  private static int addAccountAndFail(EntityManager entities, UUID id) {
    addAccount(entities, id);
    throw new IllegalStateException("on purpose");
  }

  private static int addAccount(EntityManager entities, UUID id) {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return entities
        .createNativeQuery(
            "INSERT INTO account (id, name, name_key, admin, member) VALUES (?, ?, ?, FALSE, FALSE)")
        .setParameter(1, bytes)
        .setParameter(2, id.toString())
        .setParameter(3, id.toString())
        .executeUpdate();
  }

  @Test
  default void idsMadeLaterAreGreaterInTheDatabaseToo() {
    Ids ids = Inside.bean(Ids.class);
    List<UUID> made = Stream.generate(ids::next).limit(50).toList();

    assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
    assertThat(made.stream().map(UUID::toString)).isSorted();
  }
}
