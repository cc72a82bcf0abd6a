package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;

/// What can be done with updates without making a document of them. Each method throws
/// [InvalidUpdateException] for what is none, and takes no more time and memory than in proportion
/// to the bytes given.
public final class Updates {

  private Updates() {}

  /// All updates as one, in whatever order they come, with whatever they have in common. What is
  /// missing between them stays missing; text typed letter by letter becomes one piece.
  public static byte[] merge(List<byte[]> updates) {
    return UpdateMerge.merge(updates.stream().map(Update::read).toList()).write();
  }

  /// What of an update somebody with this state vector has not got. Deletions are all in it, since
  /// a state vector says nothing of them.
  public static byte[] diff(byte[] update, byte[] stateVector) {
    return after(Update.read(update), StateVector.decode(stateVector)).write();
  }

  private static Update after(Update all, StateVector known) {
    var clients = new ArrayList<ClientStructs>();
    for (ClientStructs client : all.clients()) {
      List<Struct> rest = after(client, known.clock(client.client()));
      if (!rest.isEmpty()) {
        clients.add(new ClientStructs(client.client(), rest));
      }
    }
    return new Update(clients, all.deletes());
  }

  private static List<Struct> after(ClientStructs client, long clock) {
    var rest = new ArrayList<Struct>();
    for (Struct struct : client.structs()) {
      if (!rest.isEmpty()) {
        rest.add(struct);
      } else if (struct.end() > clock && !(struct instanceof Struct.Skip)) {
        long offset = Math.max(clock - struct.clock(), 0);
        rest.add(offset > 0 ? struct.from(client.client(), offset) : struct);
      }
    }
    return rest;
  }

  /// What somebody has who has this update alone: of each client what comes before the first hole.
  public static byte[] stateVector(byte[] update) {
    return StateVectors.of(Update.read(update)).encode();
  }

  /// What an update has and what it rests on.
  public static UpdateSummary summary(byte[] update) {
    return UpdateSummary.of(Update.read(update));
  }

  /// The update without the content of what is deleted in it. What waits for something that is not
  /// in the update stays as it is.
  public static byte[] withoutDeletedContent(byte[] update) {
    Update all = Update.read(update);
    Integration integration = Integration.of(all);
    StateVector placed = integration.stateVector();
    Update live = Garbage.collect(integration);
    Update waiting = new Update(after(all, placed).clients(), all.deletes());
    boolean complete = waiting.clients().isEmpty() && live.deletes().covers(all.deletes());
    return (complete ? live : UpdateMerge.merge(List.of(live, waiting))).write();
  }
}
