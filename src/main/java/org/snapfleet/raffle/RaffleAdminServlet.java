package org.snapfleet.raffle;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.View;

/** {@code /raffle/admin}: making a raffle, watching it, closing it, drawing, and the winners. */
@WebServlet(
    value = {RaffleAdminServlet.PATH, RaffleAdminServlet.PATH + "/*"},
    asyncSupported = true)
public class RaffleAdminServlet extends HttpServlet {
  static final String PATH = "/raffle/admin";

  @Inject private transient Visitor visitor;
  @Inject private transient RaffleDesk desk;
  @Inject private transient RaffleOffice office;
  @Inject private transient RaffleForms forms;
  @Inject private transient AdminPage page;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "private, no-store");
    if (visitor.personForSure().isEmpty()) {
      View.signIn(PATH, "raffle.sign-in", request, response).show();
      return;
    }
    visitor.admin();
    switch (action(request)) {
      case "" -> page.of(asked(request), request, response).show();
      case "/winners.csv" -> page.download(required(request), response);
      case "/mail" ->
          page.mail(required(request), RaffleForms.rank(request), request, response).show();
      default -> throw new Problem(404, "page.unknown");
    }
  }

  private static String action(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  /** The one that the address or the form names, else the latest. */
  private Optional<Raffle> asked(HttpServletRequest request) {
    String id = FormFields.text(request, "raffle");
    return id.isEmpty() ? office.latest() : Optional.of(desk.required(RaffleId.parse(id)));
  }

  private Raffle required(HttpServletRequest request) {
    return asked(request).orElseThrow(() -> new Problem(404, "raffle.none"));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "private, no-store");
    visitor.admin();
    try {
      switch (action(request)) {
        case "/make" -> forms.make(request);
        case "/close" -> forms.close(request);
        case "/draw" -> forms.draw(request);
        case "/mail" -> forms.mail(required(request), request);
        case "/mail/one" -> forms.mailOne(required(request), request);
        case "/handed-over" -> forms.handOver(required(request), request);
        case "/export" -> {
          forms.export(required(request), request, response);
          return;
        }
        case "/remove" -> forms.remove(required(request), request);
        default -> throw new Problem(404, "page.unknown");
      }
      Redirect.to(back(request), response);
    } catch (Problem problem) {
      if (problem.status() == 404 && !action(request).matches("/export|/remove")) {
        throw problem;
      }
      page.of(asked(request), request, response).problem(problem).show();
    }
  }

  /** To the raffle that was shown. */
  private static String back(HttpServletRequest request) {
    String id = FormFields.text(request, "raffle");
    return id.isEmpty() ? PATH : PATH + "?raffle=" + RaffleId.parse(id);
  }
}
