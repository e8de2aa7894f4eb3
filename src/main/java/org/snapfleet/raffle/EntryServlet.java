package org.snapfleet.raffle;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.View;

/**
 * {@code /raffle/entry}: one's own entry, opened by the link of the confirmation. Looking changes
 * nothing, so that programs which follow all links of a mail remove nobody.
 */
@WebServlet(
    value = {EntryServlet.PATH, EntryServlet.REMOVE, EntryServlet.DATA},
    asyncSupported = true)
public class EntryServlet extends HttpServlet {
  static final String PATH = "/raffle/entry";
  static final String REMOVE = PATH + "/remove";
  static final String DATA = PATH + "/data";
  private static final String LINK = "of";
  private static final String GONE = PATH + "?removed";

  @Inject private transient EntryLinks links;
  @Inject private transient RaffleDesk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getServletPath().equals(REMOVE)) {
      throw new Problem(405, "method.not-allowed");
    }
    response.setHeader("Cache-Control", "private, no-store");
    if (request.getParameter("removed") != null) {
      View.of("raffle-entry", request, response)
          .with("removed", true)
          .with("discreet", true)
          .show();
      return;
    }
    EntryLinks.Named named = named(request);
    Raffle raffle = desk.required(named.raffle());
    Entry entry = entry(named);
    if (request.getServletPath().equals(DATA)) {
      export(raffle, entry, response);
    } else {
      View.of("raffle-entry", request, response)
          .with("raffle", RaffleView.of(raffle, 0))
          .with("entry", EntryView.of(entry))
          .with("link", FormFields.text(request, LINK))
          .with("discreet", true)
          .show();
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    if (!request.getServletPath().equals(REMOVE)) {
      throw new Problem(405, "method.not-allowed");
    }
    EntryLinks.Named named = named(request);
    if (!desk.leave(named.raffle(), named.address())) {
      throw new Problem(404, "raffle.no-entry");
    }
    Redirect.to(GONE, response);
  }

  private EntryLinks.Named named(HttpServletRequest request) {
    return links
        .open(FormFields.text(request, LINK))
        .orElseThrow(() -> new Problem(404, "raffle.link"));
  }

  private Entry entry(EntryLinks.Named named) {
    return desk.entry(named.raffle(), named.address())
        .orElseThrow(() -> new Problem(404, "raffle.no-entry"));
  }

  /** All that is known of one person, as a file. */
  static void export(Raffle raffle, Entry entry, HttpServletResponse response) throws IOException {
    byte[] body =
        Json.createObjectBuilder()
            .add("raffle", raffle.id().toString())
            .add("title", raffle.title())
            .add("email", entry.address().typed())
            .add("receipt", entry.receipt().text())
            .add("language", entry.language().tag())
            .add("enteredAt", entry.enteredAt().toString())
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("Content-Disposition", "attachment; filename=\"raffle-entry.json\"");
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
