package org.snapfleet.operations;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.fleet.LiveSetting;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.View;

/** {@code /fleet}: the same for people. */
@WebServlet(value = FleetServlet.PATH, asyncSupported = true)
public class FleetServlet extends HttpServlet {
  static final String PATH = "/fleet";

  @Inject private transient FleetOffice office;
  @Inject private transient Visitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "private, no-store");
    if (visitor.personForSure().isEmpty()) {
      View.signIn(PATH, "fleet.sign-in", request, response).show();
      return;
    }
    page(request, response).show();
  }

  private View page(HttpServletRequest request, HttpServletResponse response) {
    return View.of("fleet", request, response)
        .with("instances", office.instances())
        .with("live", office.live());
  }

  /** Each form of the page has the field of one setting. */
  private static Map<LiveSetting<?>, String> asked(HttpServletRequest request) {
    return LiveSetting.ALL.stream()
        .filter(setting -> request.getParameter(setting.name()) != null)
        .collect(
            Collectors.toMap(
                Function.identity(), setting -> FormFields.text(request, setting.name())));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      office.change(asked(request), FormFields.text(request, "instance"));
      Redirect.to(PATH, response);
    } catch (Problem problem) {
      if (problem.status() != 400) {
        throw problem;
      }
      page(request, response).problem(problem).show();
    }
  }
}
