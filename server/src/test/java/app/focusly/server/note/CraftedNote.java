package app.focusly.server.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A note made by hand, as yjs writes it, also such as no editor makes.
final class CraftedNote {
  /// What stands in nothing else.
  static final int ROOT = -1;

  private static final int CLIENT = 1;
  private static final int ELEMENT = 3;
  private static final int TEXT = 6;

  private final ByteArrayOutputStream structs = new ByteArrayOutputStream();
  private final Map<Integer, Integer> lastIn = new HashMap<>();
  private int count;
  private int clock;

  /// Many lines of code in lists in lists, which are much longer as Markdown.
  static byte[] thatGrows(int lines) {
    var note = new CraftedNote();
    int inner = ROOT;
    for (int depth = 0; depth < 11; depth++) {
      int list = note.element(inner, "orderedList");
      note.attribute(list, "start", "999999999");
      inner = note.element(list, "listItem");
    }
    note.text(note.element(inner, "codeBlock"), "x\n".repeat(lines));
    return note.update();
  }

  /// Behind what is in there.
  ///
  /// @return its number
  int element(int parent, String name) {
    place(7, parent);
    structs.write(ELEMENT);
    string(name);
    return took(1);
  }

  void attribute(int element, String name, String value) {
    structs.write(0x28);
    inside(element);
    string(name);
    structs.writeBytes(new byte[] {1, 0x77});
    string(value);
    took(1);
  }

  void text(int parent, String letters) {
    place(7, parent);
    structs.write(TEXT);
    int text = took(1);
    structs.write(4);
    inside(text);
    string(letters);
    took(letters.length());
  }

  byte[] update() {
    var update = new ByteArrayOutputStream();
    update.write(1);
    number(update, count);
    update.writeBytes(new byte[] {CLIENT, 0});
    update.writeBytes(structs.toByteArray());
    update.write(0);
    return update.toByteArray();
  }

  private void place(int kind, int parent) {
    Integer left = lastIn.put(parent, clock);
    if (left != null) {
      structs.write(kind | 0x80);
      structs.write(CLIENT);
      number(structs, left);
    } else {
      structs.write(kind);
      inside(parent);
    }
  }

  private void inside(int parent) {
    if (parent == ROOT) {
      structs.write(1);
      string("default");
    } else {
      structs.writeBytes(new byte[] {0, CLIENT});
      number(structs, parent);
    }
  }

  private int took(int length) {
    int number = clock;
    clock += length;
    count++;
    return number;
  }

  private void string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(structs, bytes.length);
    structs.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7F) {
      out.write((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
