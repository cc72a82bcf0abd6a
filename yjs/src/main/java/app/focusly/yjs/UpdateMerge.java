package app.focusly.yjs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Several updates as one: each clock once, holes as [Struct.Skip]. Where two have the same clock,
/// the earlier update is taken.
final class UpdateMerge {
  private final long client;
  private final StructJoiner joined;
  private long end = -1;

  private UpdateMerge(long client) {
    this.client = client;
    this.joined = new StructJoiner(client, StructJoiner.ANYWHERE);
  }

  static Update merge(List<Update> updates) {
    var byClient = new TreeMap<Long, List<Struct>>(Comparator.reverseOrder());
    for (Update update : updates) {
      for (ClientStructs client : update.clients()) {
        byClient.computeIfAbsent(client.client(), _ -> new ArrayList<>()).addAll(client.structs());
      }
    }
    var clients = new ArrayList<ClientStructs>();
    byClient.forEach((client, structs) -> {
      List<Struct> merged = new UpdateMerge(client).merged(structs);
      if (!merged.isEmpty()) {
        clients.add(new ClientStructs(client, merged));
      }
    });
    return new Update(clients, DeleteSet.union(updates.stream().map(Update::deletes).toList()));
  }

  private List<Struct> merged(List<Struct> structs) {
    structs.removeIf(Struct.Skip.class::isInstance);
    structs.sort(Comparator.comparingLong(Struct::clock));
    structs.forEach(this::add);
    return joined.finish();
  }

  private void add(Struct struct) {
    if (struct.end() <= end) {
      return;
    }
    if (end >= 0 && struct.clock() > end) {
      joined.add(new Struct.Skip(end, struct.clock() - end));
    }
    joined.add(struct.clock() < end ? struct.from(client, end - struct.clock()) : struct);
    end = struct.end();
  }
}
