package app.focusly.yjs;

import java.util.List;
import java.util.Map;

/// An element of XML.
public final class XmlElement implements SharedType {
  private final String name;
  private final Branch branch;

  XmlElement(String name, Branch branch) {
    this.name = name;
    this.branch = branch;
  }

  public String name() {
    return name;
  }

  public Map<String, Entry> attributes() {
    return Reading.map(branch);
  }

  /// Elements and texts.
  public List<SharedType> children() {
    return Reading.children(branch);
  }
}
