package org.doorstep.routing.extract;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads OpenStreetMap XML to its end.
 *
 * <p>A document type is refused before it is read: it could fetch other files and multiply without
 * end, and OpenStreetMap data never has one.
 */
final class XmlScan {
  private final InputStream in;
  private final ExtractRules rules;
  private long[] refs = new long[64];
  private long wayId;
  private boolean inWay;
  private boolean road;
  private boolean tagged;
  private int count;

  XmlScan(InputStream in, ExtractRules rules) {
    this.in = in;
    this.rules = rules;
  }

  void run() {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
      rules.at(() -> "line %d".formatted(Math.max(1, xml.getLocation().getLineNumber())));
      boolean root = true;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw rules.fault("it has a document type, which is not read", "Maybe it is no extract.");
        }
        if (event == XMLStreamConstants.START_ELEMENT && root) {
          requireOsm(xml.getLocalName());
          root = false;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          begin(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("way")) {
          rules.way(wayId, road, refs, count);
          inWay = false;
        }
      }
    } catch (XMLStreamException e) {
      throw rules.fault(
          "it is not well-formed XML: " + firstLine(e),
          "Maybe it was cut off, or has the wrong ending.");
    }
  }

  private void begin(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "node" -> rules.node(id(xml), number(xml, "node", "lat"), number(xml, "node", "lon"));
      case "way" -> {
        wayId = id(xml);
        inWay = true;
        road = false;
        tagged = false;
        count = 0;
      }
      case "relation" -> rules.relation(id(xml));
      case "nd" -> addRef(xml);
      case "tag" -> {
        tagged = true;
        road |= inWay && "highway".equals(xml.getAttributeValue(null, "k"));
      }
      default -> {}
    }
  }

  private void addRef(XMLStreamReader xml) {
    if (!inWay || tagged) {
      throw rules.fault(
          "a node of way (%d) stands behind its tags, where it would be overlooked"
              .formatted(wayId),
          "");
    }
    refs = rules.room(refs, count);
    refs[count++] = whole(xml, "nd", "ref");
  }

  private long id(XMLStreamReader xml) {
    return whole(xml, xml.getLocalName(), "id");
  }

  private long whole(XMLStreamReader xml, String element, String key) {
    String text = required(xml, element, key);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw rules.fault(
          "the (%s) of a %s is (%s) and must be a whole number".formatted(key, element, text), "");
    }
  }

  private double number(XMLStreamReader xml, String element, String key) {
    String text = required(xml, element, key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw rules.fault(
          "the (%s) of a %s is (%s) and must be a number".formatted(key, element, text), "");
    }
  }

  private String required(XMLStreamReader xml, String element, String key) {
    return Optional.ofNullable(xml.getAttributeValue(null, key))
        .orElseThrow(() -> rules.fault("a %s has no (%s)".formatted(element, key), ""));
  }

  private void requireOsm(String name) {
    if (!name.equals("osm")) {
      throw rules.fault("its first element is (%s) and must be (osm)".formatted(name), "");
    }
  }

  private static String firstLine(XMLStreamException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
