package app.focusly.yjs;

import java.util.List;

/// A list of values and types.
public final class SharedArray implements SharedType {
  private final Branch branch;

  SharedArray(Branch branch) {
    this.branch = branch;
  }

  public List<Entry> entries() {
    return Reading.entries(branch);
  }
}
