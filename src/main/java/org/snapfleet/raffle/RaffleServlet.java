package org.snapfleet.raffle;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.RequestLanguage;
import org.snapfleet.http.View;

/** {@code /raffle}: the page and its one field; below it, raffles of the past. */
@WebServlet(
    value = {RaffleServlet.PATH, RaffleServlet.PATH + "/*"},
    asyncSupported = true)
public class RaffleServlet extends HttpServlet {
  static final String PATH = "/raffle";

  /** Asked for after someone has entered. */
  private static final String ENTERED = "in";

  @Inject private transient RaffleDesk desk;
  @Inject private transient EntryLimit limit;
  @Inject private transient RafflePage page;
  @Inject private transient OwnReceipt own;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String below = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (below.isEmpty()) {
      current(request, response).with("entered", hasEntered(request)).show();
    } else if (below.equals("/past")) {
      page.past(request, response).show();
    } else {
      Raffle raffle = desk.required(RaffleId.parse(below.substring(1)));
      page.of(Optional.of(raffle), request, response).show();
    }
  }

  private View current(HttpServletRequest request, HttpServletResponse response) {
    return page.of(desk.current(), request, response);
  }

  /** The page's address is {@code /raffle?in} then. */
  private static boolean hasEntered(HttpServletRequest request) {
    return request.getParameter(ENTERED) != null;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getPathInfo() != null) {
      throw new Problem(405, "method.not-allowed");
    }
    try {
      limit.count(request);
      String email = FormFields.text(request, "email");
      Entry entry = desk.enter(email, RequestLanguage.of(request));
      own.remember(desk.current().orElseThrow(), entry, request, response);
      Redirect.to(PATH + "?" + ENTERED, response);
    } catch (Problem problem) {
      current(request, response).problem(problem).show();
    }
  }
}
