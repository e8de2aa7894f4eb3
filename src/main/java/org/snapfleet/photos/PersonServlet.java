package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.accounts.People;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.sessions.Person;

/** {@code /people/{name}}: one person's photos; to themselves, all of them. */
@WebServlet("/people/*")
public class PersonServlet extends HttpServlet {
  @Inject private transient People people;
  @Inject private transient Visitor visitor;
  @Inject private transient PhotoLists lists;
  @Inject private transient ListPage list;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    Person person = people.named(path.substring(1));
    boolean isMe = visitor.person().filter(me -> me.account().equals(person.account())).isPresent();
    PhotoPage page = lists.of(person, visitor.person(), ListPage.before(request), list.limit());
    list.of("person", page, request, response)
        .with("person", person.name())
        .with("personIsMe", isMe)
        .show();
  }
}
