package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an update has of one client: its structs from one clock on, without a gap that no
/// [Struct.Skip] fills. It begins and ends with something else.
record ClientStructs(long client, List<Struct> structs) {

  long from() {
    return structs.getFirst().clock();
  }

  long end() {
    return structs.getLast().end();
  }

  /// Null for a client of which there are no structs at all.
  static @Nullable ClientStructs read(ByteReader in) {
    long count = in.varUint();
    long client = in.varUint();
    long clock = in.varUint();
    var structs = new ArrayList<Struct>();
    for (long left = count; left > 0; left--) {
      Struct struct = struct(client, clock, in);
      if (struct.length() < 1 || struct.length() > ByteReader.MAX_INTEGER - clock) {
        throw new InvalidUpdateException("a struct has no length, or goes beyond all clocks");
      }
      structs.add(struct);
      clock = struct.end();
    }
    dropHolesAtTheEnds(structs);
    return structs.isEmpty() ? null : new ClientStructs(client, structs);
  }

  /// A hole is one only between two structs.
  private static void dropHolesAtTheEnds(ArrayList<Struct> structs) {
    while (!structs.isEmpty() && structs.getLast() instanceof Struct.Skip) {
      structs.removeLast();
    }
    int first = 0;
    while (first < structs.size() && structs.get(first) instanceof Struct.Skip) {
      first++;
    }
    structs.subList(0, first).clear();
    structs.trimToSize();
  }

  private static Struct struct(long client, long clock, ByteReader in) {
    int info = in.uint8();
    return switch (info) {
      case 0 -> new Struct.Gc(clock, in.varUint());
      case Struct.SKIP -> new Struct.Skip(clock, in.varUint());
      default -> requireSettled(client, Struct.Item.read(info, clock, in));
    };
  }

  /// Nothing can stand beside or in what its own client made later.
  private static Struct.Item requireSettled(long client, Struct.Item item) {
    References.of(
        item,
        id -> {
          if (id.client() == client && id.clock() >= item.clock()) {
            throw new InvalidUpdateException("an item refers to a later one");
          }
        });
    return item;
  }

  void write(ByteWriter out) {
    out.varUint(structs.size());
    out.varUint(client);
    out.varUint(from());
    structs.forEach(struct -> struct.write(out));
  }
}
