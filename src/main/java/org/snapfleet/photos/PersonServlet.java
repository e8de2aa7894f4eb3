package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.accounts.Membership;
import org.snapfleet.accounts.People;
import org.snapfleet.accounts.Visitor;
import org.snapfleet.http.FormFields;
import org.snapfleet.http.Problem;
import org.snapfleet.http.Redirect;
import org.snapfleet.http.View;
import org.snapfleet.sessions.Person;

/** {@code /people/{name}}: one person's photos; to themselves, all of them. */
@WebServlet(value = "/people/*", asyncSupported = true)
public class PersonServlet extends HttpServlet {
  private static final String MEMBERSHIP = "/membership";

  @Inject private transient People people;
  @Inject private transient Membership membership;
  @Inject private transient Visitor visitor;
  @Inject private transient PhotoLists lists;
  @Inject private transient ListPage list;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    page(name(request), request, response).show();
  }

  private static String name(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
  }

  private View page(String name, HttpServletRequest request, HttpServletResponse response) {
    Person person = people.named(name);
    boolean isMe = visitor.person().filter(me -> me.account().equals(person.account())).isPresent();
    PhotoPage page = lists.of(person, visitor.person(), ListPage.before(request), list.limit());
    return list.of("person", page, request, response)
        .with("person", person.name())
        .with("personLink", PhotoPaths.person(person.name()))
        .with("personIsMember", person.member())
        .with("personIsMe", isMe);
  }

  /** The admin's form: {@code /people/{name}/membership}. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = name(request);
    if (!path.endsWith(MEMBERSHIP)) {
      throw new Problem(405, "method.not-allowed");
    }
    String name = path.substring(0, path.length() - MEMBERSHIP.length());
    try {
      membership.change(name, FormFields.text(request, "member").equals("true"));
      Redirect.to(PhotoPaths.person(name), response);
    } catch (Problem problem) {
      if (problem.status() != 409) {
        throw problem;
      }
      page(name, request, response).problem(problem).show();
    }
  }
}
