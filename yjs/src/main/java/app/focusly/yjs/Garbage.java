package app.focusly.yjs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/// Writes what was integrated without the content of what is deleted, as Yjs does when it collects
/// garbage: a deleted item keeps its place and its length, what stood in one not even its place.
final class Garbage {
  private final List<ClientStructs> clients = new ArrayList<>();
  private final TreeMap<Long, List<ClockRange>> deletes = new TreeMap<>(Comparator.reverseOrder());

  private Garbage() {}

  static Update collect(Integration integration) {
    var garbage = new Garbage();
    integration.histories().forEach(Garbage::dropContained);
    integration.histories().forEach(garbage::write);
    return new Update(garbage.clients, new DeleteSet(garbage.deletes));
  }

  private static void dropContained(History history) {
    for (Block block : history.placedBlocks()) {
      if (block.deleted && block.type != null) {
        dropAllIn(block.type);
      }
    }
  }

  private static void dropAllIn(Branch branch) {
    Deque<Block> left = new ArrayDeque<>(branch.blocks());
    while (!left.isEmpty()) {
      Block block = left.pop();
      block.parent = null;
      if (block.type != null) {
        left.addAll(block.type.blocks());
        block.type = null;
      }
    }
  }

  private void write(History history) {
    var joiner = new StructJoiner(history.client, StructJoiner.SIDE_BY_SIDE);
    var deleted = new ArrayList<ClockRange>();
    Block last = null;
    for (Block block : history.placedBlocks()) {
      if (last != null && !standSideBySide(last, block)) {
        joiner.flush();
      }
      joiner.add(struct(block));
      if (block.deleted) {
        deleted.add(new ClockRange(block.struct.clock(), block.struct.end()));
      }
      last = block;
    }
    if (last != null) {
      clients.add(new ClientStructs(history.client, joiner.finish()));
      deletes.put(history.client, deleted);
    }
  }

  private static boolean standSideBySide(Block left, Block right) {
    boolean bothGarbage = left.isGarbage() && right.isGarbage();
    return bothGarbage || (left.right == right && left.deleted == right.deleted);
  }

  private static Struct struct(Block block) {
    if (block.parent == null || !(block.struct instanceof Struct.Item item)) {
      return new Struct.Gc(block.struct.clock(), block.struct.length());
    }
    Content content = block.deleted ? Content.deleted(item.length()) : item.content();
    return new Struct.Item(
        item.clock(), item.origin(), item.rightOrigin(), item.parent(), block.key, content);
  }
}
