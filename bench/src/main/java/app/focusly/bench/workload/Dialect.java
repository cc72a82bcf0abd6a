package app.focusly.bench.workload;

import app.focusly.bench.generator.SocketIoClient;

/// What the members of a room say, and to whom it goes.
public enum Dialect {
  /// The library alone: 100 bytes to everyone in the room, the sender included.
  ECHO {
    private static final String TEXT = "0123456789".repeat(10);

    @Override
    byte[] join(int room, int member) {
      return SocketIoClient.bytes("420[\"join\",\"room-%d\"]".formatted(room));
    }

    @Override
    byte[] say(int turn) {
      return SocketIoClient.bytes("42[\"say\",\"" + TEXT + "\"]");
    }

    @Override
    int receivers(int members) {
      return members;
    }
  },

  /// The product's room: a member's new media state to all others, and an acknowledgement to the
  /// member.
  ROOM {
    @Override
    byte[] join(int room, int member) {
      return SocketIoClient.bytes(
          "420[\"join-room\",{\"roomId\":\"room-%d\",\"userId\":\"user-%d-%d\",\"protocol\":1,\"name\":\"Member %d\"}]"
              .formatted(room, room, member, member));
    }

    @Override
    byte[] say(int turn) {
      return SocketIoClient.bytes(
          "421[\"media-state\",{\"mic\":%b,\"camera\":false,\"screen\":false,\"hand\":false}]"
              .formatted(turn % 2 == 0)); // else it is no news, and nobody hears of it
    }

    @Override
    int receivers(int members) {
      return members - 1;
    }
  };

  /// Joins a room; answered with an acknowledgement.
  abstract byte[] join(int room, int member);

  /// One broadcast.
  ///
  /// @param turn how often this member has spoken before
  abstract byte[] say(int turn);

  /// How many members of a room hear a broadcast.
  abstract int receivers(int members);
}
