package app.focusly.yjs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads text: marks stand amidst it, each of them goes on until it is set otherwise.
final class TextReading {
  /// How many marks one letter can have; further ones are left out. Each run has its marks, so they
  /// must not grow with the text.
  private static final int MAX_MARKS = 50;

  private final List<TextRun> runs = new ArrayList<>();
  private final StringBuilder letters = new StringBuilder();
  private Map<String, Value> lettersMarks = Map.of();
  private Map<String, Value> marks = Map.of();

  private TextReading() {}

  static List<TextRun> runs(Branch branch) {
    var reading = new TextReading();
    for (Block block = branch.start; block != null; block = block.right) {
      if (block.isVisible()) {
        reading.read(block);
      }
    }
    reading.endLetters();
    return Collections.unmodifiableList(reading.runs);
  }

  private void read(Block block) {
    Content content = block.content();
    switch (content.kind()) {
      case TEXT -> addLetters(content.raw().text());
      case FORMAT -> mark(content.raw().reader());
      case EMBED, TYPE -> {
        endLetters();
        Reading.entries(block).forEach(entry -> runs.add(new TextRun.Embedded(entry, marks)));
      }
      case DELETED, JSON, ANY, BINARY, DOCUMENT -> {} // no part of a text
    }
  }

  private void addLetters(String text) {
    if (!lettersMarks.equals(marks)) {
      endLetters();
      lettersMarks = marks;
    }
    letters.append(text);
  }

  private void endLetters() {
    if (!letters.isEmpty()) {
      runs.add(new TextRun.Letters(letters.toString(), lettersMarks));
      letters.setLength(0);
    }
  }

  private void mark(ByteReader format) {
    String name = format.string();
    Value value = Json.parse(format.string());
    var changed = new LinkedHashMap<>(marks);
    if (value == Value.Nothing.NULL) {
      changed.remove(name);
    } else if (changed.size() < MAX_MARKS || changed.containsKey(name)) {
      changed.put(name, value);
    }
    marks = Collections.unmodifiableMap(changed);
  }
}
