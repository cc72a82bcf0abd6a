package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes one struct of neighbours that read the same as one: text typed letter by letter, what was
/// deleted in pieces. Cut again it is what it was, so nothing is lost.
final class StructJoiner {
  private final List<Struct> structs = new ArrayList<>();

  /// The last struct, and the text that was joined to it since.
  private @Nullable Struct last;

  private final List<Slice> text = new ArrayList<>();
  private long textLength;

  /// Takes the struct that follows the last one.
  void add(long client, Struct next) {
    if (last == null || !join(client, last, next)) {
      flush();
      last = next;
    }
  }

  List<Struct> finish() {
    flush();
    return structs;
  }

  private boolean join(long client, Struct left, Struct right) {
    if (left instanceof Struct.Gc gc && right instanceof Struct.Gc) {
      last = new Struct.Gc(gc.clock(), gc.length() + right.length());
      return true;
    }
    return left instanceof Struct.Item first
        && right instanceof Struct.Item second
        && continues(client, first, second)
        && joinContent(first, second.content());
  }

  private static boolean continues(long client, Struct.Item left, Struct.Item right) {
    Id origin = right.origin();
    return origin != null
        && origin.client() == client
        && origin.clock() == right.clock() - 1
        && Objects.equals(left.rightOrigin(), right.rightOrigin());
  }

  private boolean joinContent(Struct.Item left, Content right) {
    Content content = left.content();
    if (content.kind() != right.kind()) {
      return false;
    }
    return switch (content.kind()) {
      case TEXT -> joinText(content, right);
      case DELETED -> {
        last = left.with(Content.deleted(content.length() + right.length()));
        yield true;
      }
      case JSON, ANY, BINARY, EMBED, FORMAT, TYPE, DOCUMENT -> false;
    };
  }

  private boolean joinText(Content left, Content right) {
    if (text.isEmpty()) {
      text.add(left.raw());
      textLength = left.length();
    }
    text.add(right.raw());
    textLength += right.length();
    return true;
  }

  private void flush() {
    if (last == null) {
      return;
    }
    if (!text.isEmpty() && last instanceof Struct.Item item) {
      last = item.with(new Content(Content.Kind.TEXT, Slice.concat(text), textLength));
    }
    structs.add(last);
    last = null;
    text.clear();
  }
}
