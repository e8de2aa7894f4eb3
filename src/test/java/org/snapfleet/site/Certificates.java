package org.snapfleet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An authority of the tests' own, which signs for servers. Made by {@code openssl}. */
public final class Certificates {
  private final Path folder = Folders.makeForTheRun("certificates");

  public Certificates() {
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Authority-of-the-tests"
            + " -keyout ca.key -out ca.pem");
  }

  /** What those trust who trust it. */
  public Path authority() {
    return folder.resolve("ca.pem");
  }

  /** What {@code mariadbd} is told to be the server of this name. */
  public String[] optionsFor(String name) {
    openssl(
        "req -newkey rsa:2048 -nodes -subj /CN=%s -keyout server.key -out server.csr"
            .formatted(name));
    Folders.write(folder.resolve("names"), "subjectAltName=DNS:" + name);
    openssl(
        "x509 -req -days 2 -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial"
            + " -extfile names -out server.pem");
    Folders.letAllRead(folder);
    return new String[] {
      "--ssl-cert=" + folder.resolve("server.pem"), "--ssl-key=" + folder.resolve("server.key")
    };
  }

  private void openssl(String arguments) {
    Path log = folder.resolve("log");
    List<String> command = List.of(("openssl " + arguments).split(" "));
    ServerProcess process = ServerProcess.start("openssl", folder, command, Map.of(), log);
    process.awaitEnd();
    assertThat(process.exitStatus()).as(new Log(log).end()).isZero();
  }
}
