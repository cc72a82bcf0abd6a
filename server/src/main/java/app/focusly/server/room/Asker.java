package app.focusly.server.room;

import app.focusly.room.Refusal;
import app.focusly.room.RoomJson;
import app.focusly.server.metrics.CommandCounts;
import app.focusly.socketio.Ack;
import app.focusly.socketio.Socket;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Who sent an event, and is answered once; the answer is counted. Confined to the socket's loop.
final class Asker {
  private final String type;
  private final Ack ack;
  private final Socket socket;
  private final CommandCounts counts;

  /// @param type of the event, one of the documented ones or [CommandCounts#UNKNOWN]
  Asker(String type, Ack ack, Socket socket, CommandCounts counts) {
    this.type = type;
    this.ack = ack;
    this.socket = socket;
    this.counts = counts;
  }

  /// Of the event.
  String type() {
    return type;
  }

  void answer(ObjectNode answer) {
    counts.count(type, CommandCounts.OK);
    ack.send(answer);
  }

  /// The answer of an earlier time.
  void answerAgain(ObjectNode answer) {
    counts.count(type, CommandCounts.REPEAT);
    ack.send(answer);
  }

  void refuse(Refusal refusal) {
    counts.count(type, refusal.code().text());
    if (ack.wanted()) {
      ack.send(RoomJson.refused(refusal));
    } else {
      socket.emit("notice", RoomJson.notice(refusal));
    }
  }
}
