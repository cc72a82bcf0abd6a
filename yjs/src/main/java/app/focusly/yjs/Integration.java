package app.focusly.yjs;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts all structs of an update in their places, each after what it refers to, then deletes what
/// is deleted. What waits for something that the update has not got stays out.
final class Integration {
  private final CausalOrder order;
  private final Map<String, Branch> roots = new HashMap<>();

  private Integration(CausalOrder order) {
    this.order = order;
  }

  /// Goes through the update twice: only what gets a place may cut others, as a letter of two code
  /// units that is cut is lost.
  static Integration of(Update update) {
    var whole = new HashMap<Long, List<Struct>>();
    update.clients().forEach(client -> whole.put(client.client(), client.structs()));
    var order = CausalOrder.of(whole);
    order.forEach(_ -> {});
    var integration = new Integration(CausalOrder.of(Cuts.cut(order, update.deletes())));
    integration.order.forEach(new Placement(integration)::place);
    update.deletes().ranges().forEach(integration::delete);
    return integration;
  }

  Collection<History> histories() {
    return order.histories();
  }

  /// What has its place.
  StateVector stateVector() {
    return order.state();
  }

  Branch root(String name) {
    return roots.computeIfAbsent(name, _ -> new Branch(null));
  }

  /// The block that has this, which is in its place.
  Block find(Id id) {
    History history = order.of(id.client());
    if (history == null) {
      throw new IllegalStateException("nothing known of client " + id.client());
    }
    return history.blocks.get(history.indexOf(id.clock()));
  }

  private void delete(long client, List<ClockRange> ranges) {
    History history = order.of(client);
    if (history == null) {
      return;
    }
    for (ClockRange range : ranges) {
      int at = range.from() < history.state() ? history.indexOf(range.from()) : history.placed;
      while (at < history.placed && history.blocks.get(at).struct.clock() < range.to()) {
        Placement.delete(history.blocks.get(at++));
      }
    }
  }
}
