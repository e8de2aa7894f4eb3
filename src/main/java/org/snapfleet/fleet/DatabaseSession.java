package org.snapfleet.fleet;

import java.util.stream.Stream;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/** What EclipseLink is to do otherwise. */
public class DatabaseSession implements SessionCustomizer {
  @Override
  public void customize(Session session) {
    boolean embedded = SettingsSource.read().database().isEmbedded();
    ServerSession server = (ServerSession) session;
    Stream.of(
            Stream.of(session.getDatasourceLogin()),
            Stream.of(server.getReadConnectionPool()).map(ConnectionPool::getLogin),
            server.getConnectionPools().values().stream().map(ConnectionPool::getLogin))
        .flatMap(logins -> logins)
        .map(DatabaseLogin.class::cast)
        .distinct()
        .forEach(login -> change(login, embedded));
  }

  private static void change(DatabaseLogin login, boolean embedded) {
    // It would try a query on a lost database three times, 5 s apart, while a visitor waits.
    login.setQueryRetryAttemptCount(0);
    login.setConnector(new LateConnector(login.getConnector(), embedded));
  }
}
