package app.focusly.server.note;

import app.focusly.yjs.Document;
import app.focusly.yjs.SharedText;
import app.focusly.yjs.SharedType;
import app.focusly.yjs.XmlElement;
import java.util.ArrayList;
import java.util.List;

/// A note as Markdown, with the tables, task lists and struck text of GitHub's.
public final class NoteMarkdown {
  /// The most characters of a note. What lists and quotes stand in each other is written before
  /// every line of them, so that a small note could become a hundred times as long.
  static final int MOST = 4 * 1024 * 1024;

  /// How deep lists and quotes may stand in each other; what is deeper is written as its text
  /// alone.
  private static final int MAX_DEPTH = 12;

  /// The largest that Markdown has for an item.
  private static final int LAST_NUMBER = 999_999_999;

  /// Between two lists, which would be read as one.
  private static final String LIST_END = "<!-- -->";

  private static final String LINE_BREAK = "\\\n";

  private final MarkdownLines lines;

  private NoteMarkdown(MarkdownLines lines) {
    this.lines = lines;
  }

  /// Ends with a line break unless the note is empty.
  public static String of(Document document) {
    return of(document, MOST);
  }

  /// @param most characters; what is longer is cut, and ends with a line that says so
  static String of(Document document, int most) {
    var lines = new MarkdownLines(most);
    new NoteMarkdown(lines).blocks(NoteTree.blocks(document), 0, false);
    return lines.text();
  }

  /// Blocks with an empty line between each two, but for lists below the text of an item. What
  /// stands outside of all blocks is a paragraph.
  private void blocks(List<SharedType> nodes, int depth, boolean inItem) {
    String lastBullets = "";
    boolean isFirst = true;
    for (List<SharedType> group : groups(nodes)) {
      SharedType node = group.getFirst();
      String bullets = bullets(node);
      if (!isFirst) {
        boolean listBelowText = inItem && !bullets.isEmpty() && lastBullets.isEmpty();
        lines.gap(listBelowText ? List.of() : gap(bullets, lastBullets));
      }
      int before = lines.written();
      if (NoteTree.isInline(node)) {
        paragraph(group);
      } else {
        block(node, depth);
      }
      if (lines.isCut()) {
        return;
      }
      if (lines.written() > before) {
        isFirst = false;
        lastBullets = bullets;
      } else if (!isFirst) {
        lines.gap(List.of());
      }
    }
  }

  private static List<String> gap(String bullets, String lastBullets) {
    boolean wouldBeOne = !bullets.isEmpty() && bullets.equals(lastBullets);
    return wouldBeOne ? List.of("", LIST_END, "") : List.of("");
  }

  /// Each block by itself, and text with the text that follows it.
  private static List<List<SharedType>> groups(List<SharedType> nodes) {
    var groups = new ArrayList<List<SharedType>>();
    boolean afterInline = false;
    for (SharedType node : nodes) {
      boolean inline = NoteTree.isInline(node);
      if (!inline || !afterInline) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(node);
      afterInline = inline;
    }
    return groups;
  }

  /// Two lists with the same would be read as one; nothing for what is no list.
  private static String bullets(SharedType node) {
    if (NoteTree.isNamed(node, "orderedList")) {
      return "1.";
    }
    boolean list = NoteTree.isNamed(node, "bulletList") || NoteTree.isNamed(node, "taskList");
    return list ? "-" : "";
  }

  private void block(SharedType node, int depth) {
    if (!(node instanceof XmlElement element)) {
      return;
    }
    if (depth == MAX_DEPTH) {
      lines.lines(NoteText.of(List.of(node)).lines().map(MarkdownText::escaped));
      return;
    }
    switch (element.name()) {
      case "paragraph" -> paragraph(element.children());
      case "heading" -> heading(element);
      case "bulletList", "orderedList", "taskList" -> list(element, depth);
      case "blockquote" -> quote(element, depth);
      case "codeBlock" -> code(element);
      case "horizontalRule" -> lines.line("---");
      case "table" -> lines.lines(NoteTable.of(element).stream());
      default -> blocks(element.children(), depth + 1, false);
    }
  }

  private void paragraph(List<SharedType> nodes) {
    String text = InlineMarkdown.of(nodes, LINE_BREAK);
    if (!text.isBlank()) {
      lines.lines(text.lines());
    }
  }

  private void heading(XmlElement element) {
    String text = InlineMarkdown.of(element.children(), " ");
    if (!text.isBlank()) {
      lines.line(
          "#".repeat(NoteTree.number(element, "level", 1, 6))
              + " "
              + MarkdownText.headingEnd(text));
    }
  }

  private void quote(XmlElement element, int depth) {
    lines.begin("> ", "> ");
    blocks(element.children(), depth + 1, false);
    lines.end(false);
  }

  private void code(XmlElement element) {
    String code = letters(element);
    String fence = MarkdownText.fence(code, 3);
    String language = NoteTree.attribute(element, "language");
    String opening = fence + (language.matches("[\\w#+.-]{1,30}") ? language : "");
    lines.fenced(opening, code.lines(), fence);
  }

  private static String letters(XmlElement element) {
    var letters = new StringBuilder();
    for (SharedType child : element.children()) {
      if (child instanceof SharedText text) {
        NoteText.append(letters, text);
      }
    }
    return letters.toString();
  }

  private void list(XmlElement list, int depth) {
    int start = NoteTree.number(list, "start", -1, LAST_NUMBER);
    int number = start < 0 ? 1 : start;
    for (SharedType node : list.children()) {
      if (lines.isCut()) {
        return;
      }
      if (node instanceof XmlElement item) {
        switch (list.name()) {
          case "orderedList" -> {
            String bullet = number + ". ";
            item(bullet, bullet.length(), item, depth);
            number = Math.min(number + 1, LAST_NUMBER);
          }
          case "taskList" ->
              item(NoteTree.isSet(item, "checked") ? "- [x] " : "- [ ] ", 2, item, depth);
          default -> item("- ", 2, item, depth);
        }
      }
    }
  }

  /// The text of a task stands to the right of its box, what follows below the text of other items.
  private void item(String bullet, int indent, XmlElement item, int depth) {
    lines.begin(bullet, " ".repeat(indent));
    blocks(item.children(), depth + 1, true);
    lines.end(true);
  }
}
