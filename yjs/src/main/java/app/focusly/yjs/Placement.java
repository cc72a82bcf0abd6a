package app.focusly.yjs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds each item's place among those that were inserted at the same place at the same time, by
/// the rules of YATA: everybody who has the same items has them in the same order.
final class Placement {
  /// How many rivals are looked at in one document. Honest ones stay far below; without a limit
  /// some thousand made-up items would take minutes.
  private static final int MAX_STEPS = 5_000_000;

  private final Integration blocks;
  private int search;
  private int steps;

  Placement(Integration blocks) {
    this.blocks = blocks;
  }

  /// Places a block all of whose references are placed.
  void place(Block block) {
    if (!(block.struct instanceof Struct.Item item)) {
      block.deleted = true;
      return;
    }
    Block left = item.origin() == null ? null : blocks.find(item.origin());
    Block right = item.rightOrigin() == null ? null : blocks.find(item.rightOrigin());
    Branch parent = parent(item, block, left, right);
    if (parent == null) {
      block.deleted = true;
      return;
    }
    block.parent = parent;
    block.left = left;
    if (left == null ? right == null || right.left != null : left.right != right) {
      block.left = leftAmongRivals(block, item, right);
    }
    connect(block, parent);
    hold(block, item.content());
    if (parent.isDeleted() || (block.key != null && block.right != null)) {
      delete(block);
    }
  }

  /// What an item stands in; nothing when that, or what it stands beside, was collected as garbage.
  private @Nullable Branch parent(
      Struct.Item item, Block block, @Nullable Block left, @Nullable Block right) {
    if ((left != null && left.isGarbage()) || (right != null && right.isGarbage())) {
      return null;
    }
    if (item.parent() != null) {
      block.key = item.key();
      return switch (item.parent()) {
        case Parent.Root root -> blocks.root(root.name().text());
        case Parent.Inner inner -> blocks.find(inner.item()).type;
      };
    }
    Block neighbour = left != null ? left : Objects.requireNonNull(right);
    block.key = neighbour.key;
    return neighbour.parent;
  }

  private @Nullable Block leftAmongRivals(Block block, Struct.Item item, @Nullable Block right) {
    Branch parent = Objects.requireNonNull(block.parent);
    Block left = block.left;
    Block rival = left != null ? left.right : parent.first(block.key);
    int firstSearch = ++search;
    int rivals = firstSearch;
    while (rival != null && rival != right) {
      countStep();
      rival.seenBy = firstSearch;
      rival.rivalOf = rivals;
      Struct.Item other = (Struct.Item) rival.struct;
      if (Objects.equals(item.origin(), other.origin())) {
        if (rival.client < block.client) {
          left = rival;
          rivals = ++search;
        } else if (Objects.equals(item.rightOrigin(), other.rightOrigin())) {
          break;
        }
      } else if (other.origin() != null && blocks.find(other.origin()).seenBy == firstSearch) {
        if (blocks.find(other.origin()).rivalOf != rivals) {
          left = rival;
          rivals = ++search;
        }
      } else {
        break;
      }
      rival = rival.right;
    }
    return left;
  }

  private void countStep() {
    if (++steps > MAX_STEPS) {
      throw new InvalidUpdateException("too many items at the same place");
    }
  }

  private static void connect(Block block, Branch parent) {
    Block left = block.left;
    Block right = left != null ? left.right : parent.first(block.key);
    block.right = right;
    if (left != null) {
      left.right = block;
    } else {
      parent.setFirst(block.key, block);
    }
    if (right != null) {
      right.left = block;
    } else if (block.key != null) {
      parent.lasts.put(block.key.text(), block);
      if (left != null) {
        delete(left);
      }
    }
  }

  private static void hold(Block block, Content content) {
    if (content.kind() == Content.Kind.DELETED) {
      block.deleted = true;
    } else if (content.kind() == Content.Kind.TYPE) {
      block.type = new Branch(block);
    }
  }

  /// Deletes a block and all that stands in it.
  static void delete(Block block) {
    Deque<Block> left = new ArrayDeque<>();
    left.push(block);
    while (!left.isEmpty()) {
      Block next = left.pop();
      if (!next.deleted) {
        next.deleted = true;
        if (next.type != null) {
          next.type.blocks().forEach(left::push);
        }
      }
    }
  }
}
