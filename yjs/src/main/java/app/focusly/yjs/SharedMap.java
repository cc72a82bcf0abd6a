package app.focusly.yjs;

import java.util.Map;

/// Values and types, each under a key.
public final class SharedMap implements SharedType {
  private final Branch branch;

  SharedMap(Branch branch) {
    this.branch = branch;
  }

  public Map<String, Entry> entries() {
    return Reading.map(branch);
  }
}
