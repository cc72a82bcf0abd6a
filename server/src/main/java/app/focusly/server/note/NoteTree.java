package app.focusly.server.note;

import app.focusly.yjs.Document;
import app.focusly.yjs.Entry;
import app.focusly.yjs.SharedText;
import app.focusly.yjs.SharedType;
import app.focusly.yjs.Value;
import app.focusly.yjs.XmlElement;
import java.util.List;
import java.util.Optional;

/// A note's document as the page's editor has it: elements such as `paragraph` below one fragment.
final class NoteTree {
  /// Where the editor keeps it.
  private static final String FRAGMENT = "default";

  private NoteTree() {}

  static List<SharedType> blocks(Document document) {
    return document.xmlFragment(FRAGMENT).children();
  }

  /// Nothing for text.
  static Optional<XmlElement> element(SharedType node) {
    return node instanceof XmlElement element ? Optional.of(element) : Optional.empty();
  }

  static boolean isInline(SharedType node) {
    return node instanceof SharedText || isNamed(node, "hardBreak");
  }

  static boolean isNamed(SharedType node, String name) {
    return node instanceof XmlElement element && element.name().equals(name);
  }

  static String attribute(XmlElement element, String name) {
    Entry value = element.attributes().get(name);
    return value instanceof Value.Text text ? text.value() : "";
  }

  static boolean isSet(XmlElement element, String name) {
    Entry value = element.attributes().get(name);
    return value instanceof Value.Flag flag
        ? flag.value()
        : "true".equals(attribute(element, name));
  }

  /// A whole number within bounds, or the least.
  static int number(XmlElement element, String name, int least, int most) {
    double value =
        element.attributes().get(name) instanceof Value.Real real
            ? real.value()
            : parsed(attribute(element, name));
    return value >= least && value <= most ? (int) value : least;
  }

  private static double parsed(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }
}
