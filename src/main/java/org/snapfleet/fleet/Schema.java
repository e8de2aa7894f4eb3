package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date before anything reads it; Flyway lets one instance do it. */
@ApplicationScoped
class Schema {
  private static final String LOCATION = "classpath:org/snapfleet/sql";

  private final Settings settings;

  @Inject
  Schema(Settings settings) {
    this.settings = settings;
  }

  /** For the client proxy. */
  protected Schema() {
    this(null);
  }

  void migrate(@Observes @Priority(StartOrder.SCHEMA) SiteStart event) {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(SiteDataSource.patient(settings))
          .locations(LOCATION)
          .placeholders(Map.of("text", binaryText()))
          .load()
          .migrate();
    } catch (FlywayException e) {
      StartFailure.stop("the database %s: ".formatted(settings.database()), e);
    }
  }

  private String binaryText() {
    return settings.database().isEmbedded() ? "" : "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
  }
}
