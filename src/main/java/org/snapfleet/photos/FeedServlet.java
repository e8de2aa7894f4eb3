package org.snapfleet.photos;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.SiteAddress;

/** {@code /feed.atom}: the latest photos for feed readers. */
@WebServlet("/feed.atom")
public class FeedServlet extends HttpServlet {
  @Inject private transient PhotoLists lists;
  @Inject private transient PhotoViews views;
  @Inject private transient SiteAddress address;
  @Inject private transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PhotoPage latest = lists.latest(PhotoId.LAST, settings.latest());
    response.setContentType("application/atom+xml;charset=UTF-8");
    try {
      new Feed(address.base(request), views.views(latest.photos(), request))
          .writeTo(response.getOutputStream());
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
