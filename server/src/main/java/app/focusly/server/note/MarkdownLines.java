package app.focusly.server.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Markdown that is written line by line, each behind the marks of the quotes and items that it
/// stands in. However long the marks make it, no more than so many characters are written; what is
/// cut off ends with a line that says so.
final class MarkdownLines {
  /// The last paragraph of what was cut.
  private static final String CUT = "…\n";

  private final int most;
  private final StringBuilder text = new StringBuilder();
  private final List<Inset> insets = new ArrayList<>();
  private List<String> gap = List.of();
  private int gapInsets;
  private int reserved;
  private int written;
  private boolean cut;

  /// What stands before the first of some lines, and before the others.
  private static final class Inset {
    private final String first;
    private final String others;
    private boolean begun;

    Inset(String first, String others) {
      this.first = first;
      this.others = others;
    }
  }

  /// @param most characters, but for the line that says that it was cut
  MarkdownLines(int most) {
    this.most = most;
  }

  /// Whether there is no room for more.
  boolean isCut() {
    return cut;
  }

  /// How many lines were written.
  int written() {
    return written;
  }

  /// The lines from now on stand in something.
  ///
  /// @param first what begins it
  void begin(String first, String others) {
    insets.add(new Inset(first, others));
  }

  /// What was begun last ends. One without a line becomes what begins it.
  void end(boolean alsoEmpty) {
    if (alsoEmpty && !insets.getLast().begun) {
      line("");
    }
    insets.removeLast();
  }

  /// What is to stand before the next line, if one comes before this is said again.
  void gap(List<String> lines) {
    gap = lines;
    gapInsets = insets.size();
  }

  void line(String line) {
    writeGap();
    write(line, insets.size());
  }

  void lines(Stream<String> lines) {
    lines.takeWhile(_ -> !cut).forEach(this::line);
  }

  /// Lines as they are between two fences. The second is there also when they are cut: without it
  /// all that comes behind would be code.
  void fenced(String opening, Stream<String> lines, String fence) {
    writeGap();
    String closing =
        insets.stream()
            .map(inset -> inset.others)
            .collect(Collectors.joining("", "", fence + "\n"));
    int needed = before(insets.size()).length() + opening.length() + 1 + closing.length();
    cut = cut || needed > most - text.length();
    if (!cut) {
      line(opening);
      reserved = closing.length();
      lines(lines);
      reserved = 0;
      text.append(closing);
    }
  }

  private void writeGap() {
    List<String> due = gap;
    gap = List.of();
    due.forEach(line -> write(line, gapInsets));
  }

  private void write(String line, int within) {
    if (cut) {
      return;
    }
    boolean begins = insets.stream().limit(within).anyMatch(inset -> !inset.begun);
    String before = before(within);
    int room = most - reserved - text.length() - before.length() - 1;
    cut = line.length() > room;
    if (room < 0) {
      return;
    }
    int from = text.length();
    text.append(before).append(line, 0, cut ? whole(line, room) : line.length());
    if (begins || line.isEmpty()) {
      stripTo(from);
    }
    text.append('\n');
    insets.stream().limit(within).forEach(inset -> inset.begun = true);
    written++;
  }

  private String before(int within) {
    var before = new StringBuilder();
    for (Inset inset : insets.subList(0, within)) {
      before.append(inset.begun ? inset.others : inset.first);
    }
    return before.toString();
  }

  /// So many of a line's characters, or one less that would be half a letter.
  private static int whole(String line, int length) {
    return length > 0 && Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
  }

  private void stripTo(int from) {
    int end = text.length();
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
  }

  String text() {
    if (!cut) {
      return text.toString();
    }
    return text.isEmpty() ? CUT : text.append('\n').append(CUT).toString();
  }
}
