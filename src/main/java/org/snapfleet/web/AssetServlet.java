package org.snapfleet.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.snapfleet.http.Problem;

/** {@code /assets/…}: the static files. */
@WebServlet(AssetCatalog.PATH + "*")
public class AssetServlet extends HttpServlet {
  @Inject private transient AssetCatalog assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AssetCatalog.Asset asset =
        Optional.ofNullable(request.getPathInfo())
            .flatMap(path -> assets.find(path.substring(1)))
            .orElseThrow(() -> new Problem(404, "page.unknown"));
    response.setContentType(asset.mediaType());
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("Vary", "Accept-Encoding");
    response.setContentLength(asset.bytes().length);
    response.getOutputStream().write(asset.bytes());
  }
}
