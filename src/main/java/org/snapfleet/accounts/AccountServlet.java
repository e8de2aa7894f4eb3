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
import org.snapfleet.sessions.BrowserSession;
import org.snapfleet.sessions.Person;

/** One's own account: the page, and the forms that change the password and remove all. */
@WebServlet(
    value = {"/account", "/account/password", "/account/delete"},
    asyncSupported = true)
public class AccountServlet extends HttpServlet {
  @Inject private transient Visitor visitor;
  @Inject private transient OwnAccount own;
  @Inject private transient BrowserSession session;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (visitor.person().isEmpty()) {
      Redirect.to("/login", response);
    } else {
      page(request, response).show();
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Person person = visitor.signedIn();
    try {
      switch (request.getServletPath()) {
        case "/account/password" -> changePassword(person, request, response);
        case "/account/delete" -> remove(person, request, response);
        default -> throw new Problem(405, "method.not-allowed");
      }
    } catch (Problem problem) {
      page(request, response).problem(problem).show();
    }
  }

  private void changePassword(
      Person person, HttpServletRequest request, HttpServletResponse response) {
    own.changePassword(
        person,
        FormFields.text(request, "old"),
        FormFields.text(request, "new"),
        request,
        response);
    Redirect.to("/account", response);
  }

  private void remove(Person person, HttpServletRequest request, HttpServletResponse response) {
    AccountName typed = AccountName.parse(FormFields.text(request, "username"));
    AccountName name = new AccountName(person.name());
    if (!typed.key().equals(name.key())) {
      throw new Problem(422, "account.confirm");
    }
    if (own.hasPassword(person)) {
      own.checkPassword(person, FormFields.text(request, "password"), request);
    }
    own.remove(name);
    session.end(request, response);
    Redirect.to("/", response);
  }

  private View page(HttpServletRequest request, HttpServletResponse response) {
    return View.of("account", request, response)
        .with("hasPassword", visitor.person().map(own::hasPassword).orElse(false));
  }
}
