package org.snapfleet.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.snapfleet.http.ClientGone;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SizeText;

/** A request whose small body has been read whole: what reads it can neither wait nor overflow. */
final class SmallRequest extends HttpServletRequestWrapper {
  private static final int MOST = 64 * 1024;

  private final byte[] body;
  private final Map<String, String[]> parameters;

  private SmallRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
    this.parameters = FormParameters.of(request, body);
  }

  static SmallRequest read(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > MOST) {
      throw tooLarge();
    }
    return new SmallRequest(request, bytes(request));
  }

  /** The same request as if it had no body: showing an error must not wait for the rest of one. */
  static SmallRequest withoutBody(HttpServletRequest request) {
    return new SmallRequest(request, new byte[0]);
  }

  private static byte[] bytes(HttpServletRequest request) {
    byte[] bytes;
    try {
      bytes =
          new PacedInput(request.getInputStream(), request.getContentLengthLong())
              .readNBytes(MOST + 1);
    } catch (IOException e) {
      ClientGone.mark(request);
      throw new Problem(400, "upload.interrupted");
    }
    if (bytes.length > MOST) {
      throw tooLarge();
    }
    return bytes;
  }

  static Problem tooLarge() {
    return new Problem(413, "body.too-large", SizeText.of(MOST));
  }

  @Override
  public ServletInputStream getInputStream() {
    return new BytesInput(body);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return parameters;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String[] getParameterValues(String name) {
    return parameters.get(name);
  }
}
