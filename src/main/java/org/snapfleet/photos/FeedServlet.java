package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.snapfleet.http.SiteAddress;

/** {@code /feed.atom}: the latest photos for feed readers. */
@WebServlet(value = "/feed.atom", asyncSupported = true)
public class FeedServlet extends HttpServlet {
  @Inject private transient LatestPhotos latest;
  @Inject private transient PhotoViews views;
  @Inject private transient EdgeTerms edge;
  @Inject private transient SiteAddress address;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PhotoPage shown = latest.forVisitor(request).page();
    edge.apply(request, response);
    response.setContentType("application/atom+xml;charset=UTF-8");
    try {
      new Feed(address.base(request), views.views(shown.photos(), request))
          .writeTo(response.getOutputStream());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
