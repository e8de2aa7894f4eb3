package org.snapfleet.fleet;

import jakarta.annotation.sql.DataSourceDefinition;

/**
 * The pool of connections to the database, and the name by which it is looked up. A connection is
 * asked each time it is lent ({@link PooledConnections}), so that a restart or a fail-over of the
 * database costs only the requests in flight.
 */
@DataSourceDefinition(
    name = Database.JNDI_NAME,
    className = "org.snapfleet.fleet.SiteDataSource",
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = Database.LARGEST_POOL,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.validate-atmost-once-period-in-seconds=0",
      "fish.payara.pool-resize-quantity=1",
      "fish.payara.max-wait-time-in-millis=3000"
    })
public final class Database {
  /** The pool's name. */
  public static final String JNDI_NAME = "java:app/snapfleet/database";

  /** How many connections an instance has at most. */
  public static final int LARGEST_POOL = 32;

  private Database() {}
}
