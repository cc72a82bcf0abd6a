package app.focusly.yjs;

import java.util.List;
import java.util.Map;

/// Text with marks, by itself or within XML.
public final class SharedText implements SharedType {
  private final Branch branch;

  SharedText(Branch branch) {
    this.branch = branch;
  }

  /// The text in runs, each as long as it has the same marks.
  public List<TextRun> runs() {
    return TextReading.runs(branch);
  }

  public Map<String, Entry> attributes() {
    return Reading.map(branch);
  }
}
