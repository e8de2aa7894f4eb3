package org.snapfleet.fleet;

import jakarta.annotation.sql.DataSourceDefinition;

/** The pool of connections to the database, and the name by which it is looked up. */
@DataSourceDefinition(
    name = Database.JNDI_NAME,
    className = "org.snapfleet.fleet.SiteDataSource",
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 32,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=5"
    })
public final class Database {
  /** The pool's name. */
  public static final String JNDI_NAME = "java:app/snapfleet/database";

  private Database() {}
}
