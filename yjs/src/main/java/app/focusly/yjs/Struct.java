package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a client's history: what it made from one clock on.
sealed interface Struct {
  /// The number that says [Skip], where others have the kind of their content.
  int SKIP = 10;

  long clock();

  long length();

  default long end() {
    return clock() + length();
  }

  /// The part from an offset on; of an item it stands to the right of what came before.
  Struct from(long client, long offset);

  void write(ByteWriter out);

  /// Something deleted with what it stood in: nothing is known of it any more.
  record Gc(long clock, long length) implements Struct {
    @Override
    public Struct from(long client, long offset) {
      return new Gc(clock + offset, length - offset);
    }

    @Override
    public void write(ByteWriter out) {
      out.uint8(0);
      out.varUint(length);
    }
  }

  /// A hole: what was there is in another update.
  record Skip(long clock, long length) implements Struct {
    @Override
    public Struct from(long client, long offset) {
      return new Skip(clock + offset, length - offset);
    }

    @Override
    public void write(ByteWriter out) {
      out.uint8(SKIP);
      out.varUint(length);
    }
  }

  /// Something inserted between two neighbours. One without neighbours says what it stands in, and
  /// under which key if that is a map; others stand in the same as their neighbours.
  record Item(
      long clock,
      @Nullable Id origin,
      @Nullable Id rightOrigin,
      @Nullable Parent parent,
      @Nullable Slice key,
      Content content)
      implements Struct {
    private static final int HAS_ORIGIN = 0x80;
    private static final int HAS_RIGHT_ORIGIN = 0x40;
    private static final int HAS_KEY = 0x20;

    @Override
    public long length() {
      return content.length();
    }

    @Override
    public Item from(long client, long offset) {
      Id before = new Id(client, clock + offset - 1);
      return new Item(clock + offset, before, rightOrigin, parent, key, content.from(offset));
    }

    /// Cut before these clocks, which are within it and in order.
    List<Item> pieces(long client, List<Long> clocks) {
      List<Content> contents = content.pieces(clocks.stream().map(at -> at - clock).toList());
      var pieces = new ArrayList<Item>();
      pieces.add(with(contents.getFirst()));
      for (int i = 0; i < clocks.size(); i++) {
        long from = clocks.get(i);
        Id before = new Id(client, from - 1);
        pieces.add(new Item(from, before, rightOrigin, parent, key, contents.get(i + 1)));
      }
      return pieces;
    }

    Item with(Content other) {
      return new Item(clock, origin, rightOrigin, parent, key, other);
    }

    static Item read(int info, long clock, ByteReader in) {
      Id origin = (info & HAS_ORIGIN) != 0 ? Id.read(in) : null;
      Id rightOrigin = (info & HAS_RIGHT_ORIGIN) != 0 ? Id.read(in) : null;
      boolean alone = origin == null && rightOrigin == null;
      Parent parent = alone ? Parent.read(in) : null;
      Slice key = alone && (info & HAS_KEY) != 0 ? in.utf8() : null;
      Content content = Content.read(Content.Kind.of(info & 0x1F), in);
      return new Item(clock, origin, rightOrigin, parent, key, content);
    }

    @Override
    public void write(ByteWriter out) {
      out.uint8(
          content.kind().number()
              | (origin == null ? 0 : HAS_ORIGIN)
              | (rightOrigin == null ? 0 : HAS_RIGHT_ORIGIN)
              | (key == null ? 0 : HAS_KEY));
      if (origin != null) {
        out.id(origin);
      }
      if (rightOrigin != null) {
        out.id(rightOrigin);
      }
      if (origin == null && rightOrigin == null) {
        writePlace(out);
      }
      content.write(out);
    }

    private void writePlace(ByteWriter out) {
      if (parent == null) {
        throw new IllegalStateException("an item without a place");
      }
      parent.write(out);
      if (key != null) {
        out.bytes(key);
      }
    }
  }
}
