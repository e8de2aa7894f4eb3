package org.snapfleet.accounts;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.View;

/** The registration page and its form. */
@WebServlet(value = "/register", asyncSupported = true)
public class RegisterServlet extends HttpServlet {
  @Inject private transient Registration registration;
  @Inject private transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (settings.accounts() == Settings.AccountsMode.OPEN) {
      Redirect.to("/login", response);
    } else {
      View.of("register", request, response).show();
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      registration.register(
          FormFields.text(request, "username"),
          FormFields.text(request, "password"),
          request,
          response);
      Redirect.to("/", response);
    } catch (Problem problem) {
      View.of("register", request, response).problem(problem).show();
    }
  }
}
