package org.snapfleet.inside;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Fails whatever makes the container create a session. */
@WebListener
public class NoContainerSessions implements HttpSessionListener {
  @Override
  public void sessionCreated(HttpSessionEvent event) {
    throw new IllegalStateException("The site keeps no container session, and something made one");
  }
}
