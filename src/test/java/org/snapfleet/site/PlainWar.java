package org.snapfleet.site;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application of one line, which a site's server runs beside it, to compare with. */
public final class PlainWar {
  /** Where it answers. */
  public static final String PATH = "/plain/line";

  private PlainWar() {}

  /** Its file; the name says under which path the server has it. */
  static Path in(Path folder) {
    Path war = folder.resolve("plain.war");
    ShrinkWrap.create(WebArchive.class)
        .addClass(PlainServlet.class)
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }
}
