package org.snapfleet.fleet;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Properties;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.Session;

/**
 * Connects EclipseLink to the database once the site has. It would like to at deployment, when that
 * may be away: to find out which database it is, and to be sure. It is given a connection that
 * knows the one and can do nothing else.
 */
final class LateConnector implements Connector {
  private static final long serialVersionUID = 1;

  private final Connector connector;
  private final boolean embedded;

  LateConnector(Connector connector, boolean embedded) {
    this.connector = connector;
    this.embedded = embedded;
  }

  @Override
  public Connection connect(Properties properties, Session session) {
    return SiteDataSource.hasConnected() ? connector.connect(properties, session) : unconnected();
  }

  private Connection unconnected() {
    DatabaseMetaData product =
        as(
            DatabaseMetaData.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getDatabaseProductName" -> embedded ? "H2" : "MariaDB";
                  // the oldest that the site is for: EclipseLink asks whether seconds have parts
                  case "getDatabaseProductVersion" -> embedded ? "2.0.0" : "10.6.0";
                  case "getDatabaseMajorVersion" -> embedded ? 2 : 10;
                  case "getDriverName", "getURL", "getUserName" -> "";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
    return as(
        Connection.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getMetaData" -> product;
              case "getAutoCommit" -> true;
              case "isClosed" -> false;
              case "close" -> null;
              case "toString" -> "not connected yet";
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T as(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            LateConnector.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public String getConnectionDetails() {
    return connector.getConnectionDetails();
  }

  @Override
  public void toString(PrintWriter writer) {
    connector.toString(writer);
  }

  @Override
  @SuppressWarnings("MissingSuperCall") // without a state of its own, it may be shared
  public Object clone() {
    return this;
  }
}
