package org.snapfleet.photos;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An Atom feed of photos (RFC 4287).
 *
 * @param base the site's address, without a slash at its end
 */
record Feed(String base, List<PhotoView> photos) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** An empty feed has to have a date too. */
  private static final String NEVER = "1970-01-01T00:00:00Z";

  void writeTo(OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element(xml, "title", "Snapfleet");
    element(xml, "id", base + "/");
    element(xml, "updated", photos.isEmpty() ? NEVER : photos.get(0).uploadedAt());
    link(xml, "self", base + "/feed.atom", "application/atom+xml");
    link(xml, "alternate", base + "/", "text/html");
    for (PhotoView photo : photos) {
      entry(xml, photo);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private void entry(XMLStreamWriter xml, PhotoView photo) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "title", photo.alt());
    element(xml, "id", "urn:uuid:" + photo.id());
    element(xml, "published", photo.uploadedAt());
    element(xml, "updated", photo.uploadedAt());
    xml.writeStartElement("author");
    element(xml, "name", photo.owner());
    element(xml, "uri", base + photo.ownerLink());
    xml.writeEndElement();
    link(xml, "alternate", base + photo.pageLink(), "text/html");
    xml.writeStartElement("content");
    xml.writeAttribute("type", "xhtml");
    picture(xml, photo);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void picture(XMLStreamWriter xml, PhotoView photo) throws XMLStreamException {
    xml.writeStartElement("div");
    xml.writeDefaultNamespace("http://www.w3.org/1999/xhtml");
    xml.writeEmptyElement("img");
    xml.writeAttribute("src", absolute(photo.large().link()));
    xml.writeAttribute("alt", photo.alt());
    xml.writeAttribute("width", Integer.toString(photo.large().width()));
    xml.writeAttribute("height", Integer.toString(photo.large().height()));
    xml.writeEndElement();
  }

  private String absolute(String link) {
    return link.startsWith("/") ? base + link : link;
  }

  private static void link(XMLStreamWriter xml, String relation, String address, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
    xml.writeAttribute("type", type);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
