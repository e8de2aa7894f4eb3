package org.snapfleet.accounts;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.View;

/** The sign-in page and its form. */
@WebServlet(value = "/login", asyncSupported = true)
public class SignInServlet extends HttpServlet {
  @Inject private transient SignIn signIn;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    View.of("login", request, response).show();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      signIn.signIn(
          FormFields.text(request, "username"),
          FormFields.text(request, "password"),
          request,
          response);
      Redirect.to(next(request), response);
    } catch (Problem problem) {
      View.of("login", request, response).with("to", next(request)).problem(problem).show();
    }
  }

  /** A page of this site; an address that begins with two slashes would name another. */
  private static String next(HttpServletRequest request) {
    String to = FormFields.text(request, "to");
    return to.matches("/|(/[a-z]+)+") ? to : "/";
  }
}
