package org.snapfleet.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadContentTypeException;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.snapfleet.fleet.Settings;
import org.snapfleet.http.ClientGone;
import org.snapfleet.http.Problem;
import org.snapfleet.http.SizeText;

/** Reads a multipart form (RFC 7578), streaming its files to the disk. */
@ApplicationScoped
class FormReceiver {
  private static final int MAX_FILES = 20;
  private static final int MAX_FIELDS = 20;
  private static final int MAX_FIELD_BYTES = 16 * 1024;
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final long OVERHEAD = 1024 * 1024;
  private static final String FILE_FIELD = "photo";

  private final Settings settings;
  private final WorkFolder workFolder;

  @Inject
  FormReceiver(Settings settings, WorkFolder workFolder) {
    this.settings = settings;
    this.workFolder = workFolder;
  }

  /** For the client proxy. */
  protected FormReceiver() {
    this(null, null);
  }

  /** The whole form, or the problem with it; a file that is too large is only cut, not refused. */
  ReceivedForm receive(HttpServletRequest request) throws IOException {
    ReceivedForm form = new ReceivedForm(workFolder.create(), new HashMap<>(), new ArrayList<>());
    try {
      readParts(request, form);
      return form;
    } catch (IOException | RuntimeException e) {
      form.close();
      throw e;
    }
  }

  private void readParts(HttpServletRequest request, ReceivedForm form) throws IOException {
    try {
      FileItemInputIterator parts = parser().getItemIterator(request);
      while (parts.hasNext()) {
        readPart(parts.next(), form);
      }
    } catch (FileUploadSizeException e) {
      throw new Problem(413, "body.too-large", SizeText.of(totalBytes()));
    } catch (FileUploadContentTypeException e) {
      throw new Problem(415, "media-type.unsupported", "multipart/form-data");
    } catch (FileUploadException e) {
      if (e.getCause() instanceof IOException && !(e.getCause() instanceof FileUploadException)) {
        ClientGone.mark(request);
      }
      throw new Problem(400, "body.malformed", "multipart/form-data");
    } catch (WorkFolderFullException e) {
      throw new Problem(507, "storage.full");
    } catch (IOException e) {
      ClientGone.mark(request);
      throw new Problem(400, "upload.interrupted");
    }
  }

  private JakartaServletFileUpload<?, ?> parser() {
    JakartaServletFileUpload<?, ?> parser = new JakartaServletFileUpload<>();
    parser.setHeaderCharset(StandardCharsets.UTF_8);
    parser.setMaxSize(totalBytes());
    parser.setMaxPartHeaderSize(MAX_HEADER_BYTES);
    return parser;
  }

  private long totalBytes() {
    return settings.uploadMaxBytes() * MAX_FILES + OVERHEAD;
  }

  private void readPart(FileItemInput part, ReceivedForm form) throws IOException {
    if (part.isFormField()) {
      readField(part, form.fields());
    } else if (FILE_FIELD.equals(part.getFieldName()) && !isUntouched(part)) {
      readFile(part, form);
    }
  }

  /** A file input in which nothing was chosen sends a part without a name. */
  private static boolean isUntouched(FileItemInput part) {
    return name(part).isEmpty();
  }

  private static void readField(FileItemInput part, Map<String, String> fields) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(MAX_FIELD_BYTES + 1);
      if (bytes.length > MAX_FIELD_BYTES || fields.size() == MAX_FIELDS) {
        throw new Problem(413, "body.too-large", SizeText.of(MAX_FIELD_BYTES));
      }
      fields.put(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private void readFile(FileItemInput part, ReceivedForm form) throws IOException {
    List<ReceivedFile> files = form.files();
    if (files.size() == MAX_FILES) {
      throw new Problem(413, "upload.too-many-files", MAX_FILES);
    }
    Path path = form.folder().resolve("file-" + files.size());
    try (InputStream in = part.getInputStream()) {
      FileSink sink = FileSink.copy(in, path, settings.uploadMaxBytes());
      files.add(
          new ReceivedFile(
              FileNames.shown(name(part)), files.size(), path, sink.whole(), sink.sha256()));
    }
  }

  private static String name(FileItemInput part) {
    try {
      return part.getName() == null ? "" : part.getName();
    } catch (InvalidPathException e) {
      return e.getInput();
    }
  }
}
