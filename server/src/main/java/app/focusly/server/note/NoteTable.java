package app.focusly.server.note;

import app.focusly.yjs.SharedType;
import app.focusly.yjs.XmlElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A table of a note: its first row is the head, which Markdown demands.
final class NoteTable {
  private static final String LINE_BREAK = "<br>";

  /// In code nothing else is escaped, but this would still end the cell.
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private NoteTable() {}

  static List<String> of(XmlElement table) {
    List<List<String>> rows =
        elements(table.children()).map(NoteTable::cells).filter(cells -> !cells.isEmpty()).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    if (columns == 0) {
      return List.of();
    }
    var head = new ArrayList<>(rows.getFirst());
    head.addAll(Collections.nCopies(columns - head.size(), ""));
    var lines = new ArrayList<String>();
    lines.add(line(head));
    lines.add(line(Collections.nCopies(columns, "---")));
    rows.stream().skip(1).map(NoteTable::line).forEach(lines::add);
    return lines;
  }

  private static List<String> cells(XmlElement row) {
    return elements(row.children()).map(NoteTable::cell).toList();
  }

  /// Only text stands in a cell: of lists and the like it is all that is written.
  private static String cell(XmlElement cell) {
    var blocks = new ArrayList<String>();
    for (SharedType block : cell.children()) {
      String text =
          NoteTree.isNamed(block, "paragraph") && block instanceof XmlElement paragraph
              ? InlineMarkdown.of(paragraph.children(), LINE_BREAK)
              : String.join(
                  LINE_BREAK,
                  NoteText.of(List.of(block)).lines().map(MarkdownText::escaped).toList());
      if (!text.isBlank()) {
        blocks.add(text);
      }
    }
    return BAR.matcher(String.join(LINE_BREAK, blocks)).replaceAll("\\\\|");
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static Stream<XmlElement> elements(List<SharedType> nodes) {
    return nodes.stream().flatMap(node -> NoteTree.element(node).stream());
  }
}
