package app.focusly.server.note;

import app.focusly.yjs.SharedText;
import app.focusly.yjs.SharedType;
import app.focusly.yjs.TextRun;
import app.focusly.yjs.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The text of one block with its marks. A mark neither begins nor ends at a space, where Markdown
/// would not see it.
final class InlineMarkdown {
  private final String lineBreak;
  private final StringBuilder markdown = new StringBuilder();
  private final Deque<Mark> open = new ArrayDeque<>();
  private String space = "";
  private boolean atLineStart = true;

  /// One mark that goes around text.
  private record Mark(String before, String after) {}

  private InlineMarkdown(String lineBreak) {
    this.lineBreak = lineBreak;
  }

  /// @param lineBreak what a break within the block becomes
  static String of(List<SharedType> nodes, String lineBreak) {
    var inline = new InlineMarkdown(lineBreak);
    for (SharedType node : nodes) {
      if (node instanceof SharedText text) {
        text.runs().forEach(inline::add);
      } else if (NoteTree.isNamed(node, "hardBreak")) {
        inline.breakLine();
      }
    }
    inline.closeAllBut(List.of());
    return inline.markdown.toString();
  }

  private void add(TextRun run) {
    boolean hasRoom = markdown.length() <= NoteMarkdown.MOST; // more is cut anyway
    if (hasRoom && run instanceof TextRun.Letters letters) {
      boolean code = has(letters.marks(), "code");
      List<String> lines = letters.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0) {
          breakLine();
        }
        addLine(lines.get(i), marks(letters.marks()), code);
      }
    }
  }

  private void addLine(String text, List<Mark> marks, boolean code) {
    String core = text.strip();
    if (core.isEmpty()) {
      space = space.isEmpty() ? text : space;
      return;
    }
    int start = text.indexOf(core);
    closeAllBut(marks);
    if (!atLineStart) {
      markdown.append(space).append(text, 0, start);
    }
    marks.stream().filter(mark -> !open.contains(mark)).forEach(this::open);
    String written = code ? MarkdownText.code(core) : MarkdownText.escaped(core);
    markdown.append(atLineStart && open.isEmpty() ? MarkdownText.lineStart(written) : written);
    space = text.substring(start + core.length());
    atLineStart = false;
  }

  private void breakLine() {
    if (!markdown.isEmpty()) {
      markdown.append(lineBreak);
    }
    space = "";
    atLineStart = true;
  }

  private void open(Mark mark) {
    markdown.append(mark.before());
    open.push(mark);
  }

  /// Closes marks until only such are open as are wanted; one that is closed for another's sake is
  /// opened again by whoever wants it.
  private void closeAllBut(List<Mark> wanted) {
    while (!wanted.containsAll(open)) {
      markdown.append(open.pop().after());
    }
  }

  /// From the outermost to the innermost.
  private static List<Mark> marks(Map<String, Value> marks) {
    var some = new ArrayList<Mark>();
    String address = address(marks);
    if (MarkdownText.isSafe(address)) {
      some.add(new Mark("[", "](" + MarkdownText.address(address) + ")"));
    }
    if (has(marks, "bold")) {
      some.add(new Mark("**", "**"));
    }
    if (has(marks, "italic")) {
      some.add(new Mark("*", "*"));
    }
    if (has(marks, "strike")) {
      some.add(new Mark("~~", "~~"));
    }
    return some;
  }

  private static String address(Map<String, Value> marks) {
    for (Map.Entry<String, Value> mark : marks.entrySet()) {
      if (isNamed(mark.getKey(), "link")
          && mark.getValue() instanceof Value.Fields fields
          && fields.values().get("href") instanceof Value.Text address) {
        return address.value();
      }
    }
    return "";
  }

  private static boolean has(Map<String, Value> marks, String name) {
    return marks.entrySet().stream()
        .anyMatch(
            mark -> isNamed(mark.getKey(), name) && !mark.getValue().equals(new Value.Flag(false)));
  }

  /// The editor adds a hash to a mark that can be there twice.
  private static boolean isNamed(String key, String name) {
    return key.equals(name) || key.startsWith(name + "--");
  }
}
