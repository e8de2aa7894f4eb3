package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.Problem;
import org.snapfleet.http.View;
import org.snapfleet.sessions.Person;

/** {@code /members}: the photos that are for members. */
@WebServlet(value = MembersServlet.PATH, asyncSupported = true)
public class MembersServlet extends HttpServlet {
  static final String PATH = "/members";

  @Inject private transient Visitor visitor;
  @Inject private transient PhotoLists lists;
  @Inject private transient ListPage list;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Person> person = visitor.personForSure();
    response.setHeader("Cache-Control", "private, no-store");
    if (person.isEmpty()) {
      View.signIn(PATH, "members.sign-in", request, response).show();
      return;
    }
    if (!Visibility.isForMembers(person.get())) {
      throw new Problem(403, "members.only");
    }
    PhotoPage page = lists.forMembers(ListPage.before(request), list.limit());
    list.of("members", page, request, response).with("discreet", true).show();
  }
}
