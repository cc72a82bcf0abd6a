package app.focusly.server.note;

import app.focusly.yjs.Document;
import app.focusly.yjs.SharedText;
import app.focusly.yjs.SharedType;
import app.focusly.yjs.TextRun;
import app.focusly.yjs.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// The letters of a note without any marks, each block on a line of its own: what is searched.
public final class NoteText {

  private NoteText() {}

  public static String of(Document document) {
    return of(NoteTree.blocks(document));
  }

  static String of(List<SharedType> nodes) {
    var text = new StringBuilder();
    Deque<Iterator<SharedType>> open = new ArrayDeque<>();
    open.push(nodes.iterator());
    while (!open.isEmpty()) {
      if (!open.element().hasNext()) {
        open.pop();
        endLine(text);
        continue;
      }
      SharedType node = open.element().next();
      if (node instanceof SharedText letters) {
        append(text, letters);
      } else if (node instanceof XmlElement element) {
        endLine(text);
        open.push(element.children().iterator());
      }
    }
    return text.toString().strip();
  }

  static void append(StringBuilder text, SharedText letters) {
    for (TextRun run : letters.runs()) {
      if (run instanceof TextRun.Letters some) {
        text.append(some.text());
      }
    }
  }

  private static void endLine(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }
}
