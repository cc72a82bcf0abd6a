package app.focusly.server.note;

import app.focusly.yjs.Document;
import app.focusly.yjs.SharedText;
import app.focusly.yjs.SharedType;
import app.focusly.yjs.XmlElement;
import java.util.ArrayList;
import java.util.List;

/// A note as Markdown, with the tables, task lists and struck text of GitHub's.
public final class NoteMarkdown {
  /// How deep lists and quotes may stand in each other; what is deeper is written as its text
  /// alone.
  private static final int MAX_DEPTH = 12;

  /// Between two lists, which would be read as one.
  private static final String LIST_END = "<!-- -->";

  private static final String LINE_BREAK = "\\\n";

  private NoteMarkdown() {}

  /// Ends with a line break unless the note is empty.
  public static String of(Document document) {
    List<String> lines = blocks(NoteTree.blocks(document), 0, false);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /// Blocks with an empty line between each two, but for lists below the text of an item. What
  /// stands outside of all blocks is a paragraph.
  private static List<String> blocks(List<SharedType> nodes, int depth, boolean inItem) {
    var lines = new ArrayList<String>();
    String lastBullets = "";
    for (List<SharedType> group : groups(nodes)) {
      SharedType node = group.getFirst();
      List<String> block = NoteTree.isInline(node) ? paragraph(group) : block(node, depth);
      if (block.isEmpty()) {
        continue;
      }
      String bullets = bullets(node);
      if (!bullets.isEmpty() && bullets.equals(lastBullets)) {
        lines.add("");
        lines.add(LIST_END);
      }
      if (!lines.isEmpty() && !(inItem && !bullets.isEmpty() && lastBullets.isEmpty())) {
        lines.add("");
      }
      lines.addAll(block);
      lastBullets = bullets;
    }
    return lines;
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

  private static List<String> block(SharedType node, int depth) {
    if (!(node instanceof XmlElement element)) {
      return List.of();
    }
    if (depth == MAX_DEPTH) {
      return NoteText.of(List.of(node)).lines().map(MarkdownText::escaped).toList();
    }
    return switch (element.name()) {
      case "paragraph" -> paragraph(element.children());
      case "heading" -> heading(element);
      case "bulletList", "orderedList", "taskList" -> list(element, depth);
      case "blockquote" -> quote(element, depth);
      case "codeBlock" -> code(element);
      case "horizontalRule" -> List.of("---");
      case "table" -> NoteTable.of(element);
      default -> blocks(element.children(), depth + 1, false);
    };
  }

  private static List<String> paragraph(List<SharedType> nodes) {
    String text = InlineMarkdown.of(nodes, LINE_BREAK);
    return text.isBlank() ? List.of() : text.lines().toList();
  }

  private static List<String> heading(XmlElement element) {
    String text = InlineMarkdown.of(element.children(), " ");
    return text.isBlank()
        ? List.of()
        : List.of(
            "#".repeat(NoteTree.number(element, "level", 1, 6))
                + " "
                + MarkdownText.headingEnd(text));
  }

  private static List<String> quote(XmlElement element, int depth) {
    return blocks(element.children(), depth + 1, false).stream()
        .map(line -> line.isEmpty() ? ">" : "> " + line)
        .toList();
  }

  private static List<String> code(XmlElement element) {
    String code = letters(element);
    String fence = MarkdownText.fence(code, 3);
    String language = NoteTree.attribute(element, "language");
    var lines = new ArrayList<String>();
    lines.add(fence + (language.matches("[\\w#+.-]{1,30}") ? language : ""));
    lines.addAll(code.lines().toList());
    lines.add(fence);
    return lines;
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

  private static List<String> list(XmlElement list, int depth) {
    var lines = new ArrayList<String>();
    int number = NoteTree.number(list, "start", 1, 999_999_999);
    for (SharedType node : list.children()) {
      if (node instanceof XmlElement item) {
        String bullet =
            switch (list.name()) {
              case "orderedList" -> number++ + ". ";
              case "taskList" -> NoteTree.isSet(item, "checked") ? "- [x] " : "- [ ] ";
              default -> "- ";
            };
        lines.addAll(item(bullet, item, depth));
      }
    }
    return lines;
  }

  /// The text of a task stands to the right of its box, what follows below the text of other items.
  private static List<String> item(String bullet, XmlElement item, int depth) {
    List<String> content = blocks(item.children(), depth + 1, true);
    String indent = " ".repeat(bullet.startsWith("-") ? 2 : bullet.length());
    var lines = new ArrayList<String>();
    lines.add((bullet + (content.isEmpty() ? "" : content.getFirst())).stripTrailing());
    content.stream().skip(1).map(line -> line.isEmpty() ? "" : indent + line).forEach(lines::add);
    return lines;
  }
}
