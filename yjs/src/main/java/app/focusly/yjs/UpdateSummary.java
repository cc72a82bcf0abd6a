package app.focusly.yjs;

import java.util.TreeMap;

/// What an update has and what it rests on, without its content.
///
/// @param state how far each client's history goes in it
/// @param needs what must be there before it, so that nothing of it has to wait
/// @param whole whether all of it has its place after that: there is no hole within it, and nothing
///   waits for itself
public record UpdateSummary(
    StateVector state, StateVector needs, DeleteSet deletes, boolean whole) {

  /// Of a document that nobody has written in.
  public static final UpdateSummary EMPTY =
      new UpdateSummary(StateVector.EMPTY, StateVector.EMPTY, DeleteSet.EMPTY, true);

  /// Whether a document that has this can take the update at once.
  public boolean restsOn(UpdateSummary document) {
    return whole && document.state.covers(needs);
  }

  /// Whether a document that has this has nothing to learn from the update.
  public boolean isWithin(UpdateSummary document) {
    return document.state.covers(state) && document.deletes.covers(deletes);
  }

  /// A document with this after it took an update that [#restsOn] it.
  public UpdateSummary after(UpdateSummary update) {
    return new UpdateSummary(
        state.and(update.state), needs, deletes.and(update.deletes), whole && update.whole);
  }

  static UpdateSummary of(Update update) {
    var ends = new TreeMap<Long, Long>();
    var needs = new TreeMap<Long, Long>();
    for (ClientStructs client : update.clients()) {
      ends.put(client.client(), client.end());
      needs.put(client.client(), client.from());
    }
    Needs rest = new Needs(ends, needs);
    for (ClientStructs client : update.clients()) {
      client.structs().forEach(rest::add);
    }
    update.deletes().ranges().forEach((client, ranges) -> rest.add(client, ranges.getLast().to()));
    var before = new StateVector(needs);
    var order = CausalOrder.after(before, update);
    order.forEach(_ -> {});
    return new UpdateSummary(new StateVector(ends), before, update.deletes(), order.isComplete());
  }

  private record Needs(TreeMap<Long, Long> ends, TreeMap<Long, Long> needs) {
    void add(Struct struct) {
      if (struct instanceof Struct.Item item) {
        References.of(item, id -> add(id.client(), id.clock() + 1));
      }
    }

    void add(long client, long clock) {
      if (clock > ends.getOrDefault(client, 0L)) {
        needs.merge(client, clock, Math::max);
      }
    }
  }
}
