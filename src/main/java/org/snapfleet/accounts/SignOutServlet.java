package org.snapfleet.accounts;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Redirect;
import org.snapfleet.sessions.BrowserSession;

/** The sign-out form; with {@code everywhere=true} it ends all of one's sessions. */
@WebServlet(value = "/logout", asyncSupported = true)
public class SignOutServlet extends HttpServlet {
  @Inject private transient Visitor visitor;
  @Inject private transient BrowserSession session;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    if (FormFields.text(request, "everywhere").equals("true")) {
      visitor.personForSure().ifPresent(person -> session.endAll(person.account()));
    }
    session.end(request, response);
    Redirect.to("/", response);
  }
}
