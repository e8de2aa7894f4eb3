package org.snapfleet.fleet;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date before anything reads it; Flyway lets one instance do it. */
@ApplicationScoped
class Schema {
  private static final String LOCATION = "classpath:org/snapfleet/sql";

  @Resource(lookup = Database.JNDI_NAME)
  private DataSource dataSource;

  private final Settings settings;

  @Inject
  Schema(Settings settings) {
    this.settings = settings;
  }

  /** For the client proxy. */
  protected Schema() {
    this(null);
  }

  void migrate(@Observes @Priority(StartOrder.SCHEMA) Startup event) {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(dataSource)
          .locations(LOCATION)
          .placeholders(Map.of("text", binaryText()))
          .load()
          .migrate();
    } catch (FlywayException e) {
      StartFailure.stop("the database %s: %s".formatted(settings.database(), firstLine(e)));
    }
  }

  private String binaryText() {
    return settings.database().isEmbedded() ? "" : "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
  }

  private static String firstLine(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
