package org.snapfleet.traffic;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * {@code /traffic.csv}: every client and instance in every window that was counted, to look into by
 * other means. It is read and sent a minute at a time, so that also a day of many clients is never
 * whole in the heap, nor holds a connection while it is sent.
 */
@WebServlet(value = "/traffic.csv", asyncSupported = true)
public class TrafficCsvServlet extends HttpServlet {
  private static final long AT_A_TIME = 6 * Window.LENGTH;

  @Inject private transient TrafficOffice office;
  @Inject private transient WindowSums sums;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Period period = office.period(TrafficQuery.minutes(request.getParameter("minutes")));
    response.setHeader("Cache-Control", "private, no-store");
    response.setContentType("text/csv;charset=UTF-8;header=present");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"%s\"".formatted(name(period)));
    Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write(
        Csv.line(
            "start",
            "client",
            "instance",
            "complete",
            "requests",
            "client_errors",
            "server_errors",
            "bytes",
            "average_ms",
            "p50_ms",
            "p95_ms",
            "p99_ms"));
    for (long from = period.begin(); from <= period.now(); from += AT_A_TIME) {
      long to = Math.min(from + AT_A_TIME - 1, period.now());
      for (Counted each : sums.each(from, to)) {
        out.write(line(each, period));
      }
    }
    out.flush();
  }

  /** {@code traffic-20261128T053000Z.csv}. */
  private static String name(Period period) {
    String now = Instant.ofEpochMilli(period.now() / 1000 * 1000).toString();
    return "traffic-" + now.replaceAll("[-:]", "") + ".csv";
  }

  private String line(Counted each, Period period) {
    Figures figures = each.figures();
    return Csv.line(
        Instant.ofEpochMilli(each.start()).toString(),
        each.client(),
        each.instance(),
        each.start() + Window.LENGTH + office.writing().toMillis() <= period.now(),
        figures.requests(),
        figures.clientErrors(),
        figures.serverErrors(),
        figures.bytes(),
        figures.average(),
        figures.percentile(50),
        figures.percentile(95),
        figures.percentile(99));
  }
}
