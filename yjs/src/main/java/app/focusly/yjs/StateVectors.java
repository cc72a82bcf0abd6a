package app.focusly.yjs;

import java.util.TreeMap;

/// Works out the state vector of an update.
final class StateVectors {

  private StateVectors() {}

  static StateVector of(Update update) {
    var clocks = new TreeMap<Long, Long>();
    for (ClientStructs client : update.clients()) {
      if (client.from() == 0) {
        clocks.put(client.client(), unbroken(client));
      }
    }
    return new StateVector(clocks);
  }

  private static long unbroken(ClientStructs client) {
    for (Struct struct : client.structs()) {
      if (struct instanceof Struct.Skip) {
        return struct.clock();
      }
    }
    return client.end();
  }
}
