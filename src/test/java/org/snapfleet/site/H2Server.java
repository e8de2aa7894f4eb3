package org.snapfleet.site;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A database that several sites share and that needs only a JDK: H2's own server, in here. */
public final class H2Server implements AutoCloseable {
  private final Path folder = Folders.make("h2-server");
  private final Server server;

  public H2Server() {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    try {
      server =
          Server.createTcpServer(
                  "-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toAbsolutePath().toString())
              .start();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./shared;WRITE_DELAY=0";
  }

  @Override
  public void close() {
    server.stop();
    Folders.remove(folder);
  }
}
