package app.focusly.room.history;

import app.focusly.room.FeatureLimits;
import app.focusly.room.MemberId;
import app.focusly.room.RoomFeatures;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.Template;
import app.focusly.room.chat.ChatCommand;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.FeatureBench;
import app.focusly.room.member.MemberName;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// A whole room's journal, for the tests of what is kept of it.
final class Keeping {
  final FeatureBench bench;

  /// @param keep how old what happens may get; zero for any age
  Keeping(Duration keep) {
    bench = new FeatureBench(new RoomFeatures(FeatureLimits.DEFAULT, keep).table());
  }

  void create(String owner) {
    bench.execute(owner, new AccessCommand.Create(Template.STUDY_GROUP, null, new MemberId(owner)));
  }

  void come(String member) {
    var name = new MemberName("The " + member);
    bench.execute(member, new AttendanceCommand.Came(new MemberId(member), name, Role.MEMBER));
  }

  void go(String member) {
    bench.execute(member, new AttendanceCommand.Went(new MemberId(member)));
  }

  void say(String member, String text) {
    bench.execute(member, new ChatCommand.Send(text, 0, List.of(), null));
  }

  /// All messages that a client can scroll back to.
  ObjectNode history() {
    return bench.ask("reader", new ChatCommand.History(Long.MAX_VALUE, 100, null));
  }

  /// The journal as one text.
  String journal() {
    return bench.events().toString();
  }

  /// The bodies of the events of a type.
  List<String> bodies(String type) {
    return bench.events().stream()
        .filter(event -> event.type().equals(type))
        .map(JournalEvent::body)
        .toList();
  }

  /// The state as clients get it, of the features that forget.
  String state() {
    return List.of("room", "chat", "session", "goals", "standup").stream()
        .map(feature -> bench.view(feature).toString())
        .collect(Collectors.joining());
  }
}
