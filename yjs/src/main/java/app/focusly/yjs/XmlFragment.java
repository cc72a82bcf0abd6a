package app.focusly.yjs;

import java.util.List;

/// XML without an element around it.
public final class XmlFragment implements SharedType {
  private final Branch branch;

  XmlFragment(Branch branch) {
    this.branch = branch;
  }

  /// Elements and texts.
  public List<SharedType> children() {
    return Reading.children(branch);
  }
}
