package app.focusly.yjs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// An update, read: what clients made, each client once, and what of all is deleted.
record Update(List<ClientStructs> clients, DeleteSet deletes) {

  /// @throws InvalidUpdateException when it is none
  static Update read(byte[] bytes) {
    var in = new ByteReader(bytes);
    var clients = new ArrayList<ClientStructs>();
    var seen = new HashSet<Long>();
    for (long left = in.varUint(); left > 0; left--) {
      ClientStructs client = ClientStructs.read(in);
      if (client != null) {
        if (!seen.add(client.client())) {
          throw new InvalidUpdateException("a client comes twice");
        }
        clients.add(client);
      }
    }
    DeleteSet deletes = DeleteSet.read(in);
    if (!in.atEnd()) {
      throw new InvalidUpdateException("goes on after its end");
    }
    return new Update(clients, deletes);
  }

  byte[] write() {
    var out = new ByteWriter();
    out.varUint(clients.size());
    clients.forEach(client -> client.write(out));
    deletes.write(out);
    return out.toByteArray();
  }
}
