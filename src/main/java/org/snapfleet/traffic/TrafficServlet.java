package org.snapfleet.traffic;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.View;

/** {@code /traffic}: the same for people; a script keeps it up to date by {@code /api/traffic}. */
@WebServlet(value = TrafficServlet.PATH, asyncSupported = true)
public class TrafficServlet extends HttpServlet {
  static final String PATH = "/traffic";

  @Inject private transient TrafficOffice office;
  @Inject private transient Visitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "private, no-store");
    if (visitor.personForSure().isEmpty()) {
      View.signIn(PATH, "traffic.sign-in", request, response).show();
      return;
    }
    boolean byInstance = "instance".equals(request.getParameter("by"));
    int minutes = TrafficQuery.minutes(request.getParameter("minutes"));
    page(minutes, byInstance, request, response).show();
  }

  private View page(
      int minutes, boolean byInstance, HttpServletRequest request, HttpServletResponse response) {
    TrafficReport report = office.report(query(minutes, byInstance));
    PageTables tables =
        byInstance
            ? PageTables.byInstance(report, office.writing())
            : PageTables.byClient(report, office.writing());
    String by = byInstance ? "instance" : "client";
    return View.of("traffic", request, response)
        .with("by", by)
        .with("minutes", minutes)
        .with(View.QUERY, "by=%s&minutes=%d".formatted(by, minutes))
        .with("periods", List.of(15, 60, 360, Period.MOST_MINUTES))
        .with("seconds", report.period().step() / 1000)
        .with("way", office.way().name().toLowerCase(Locale.ROOT))
        .with("writing", office.writing().toMillis())
        .with("dropped", report.dropped())
        .with("drops", report.drops())
        .with("names", tables.names())
        .with("sums", tables.sums())
        .with("newest", tables.newestText())
        .with("windows", tables.windows());
  }

  /** By instance, nobody needs to know the clients. */
  private static TrafficQuery query(int minutes, boolean byInstance) {
    int clients = byInstance ? 0 : PageTables.MOST_NAMES;
    return new TrafficQuery(minutes, clients, List.of(), Optional.empty());
  }
}
