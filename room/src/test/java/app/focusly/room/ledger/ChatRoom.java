package app.focusly.room.ledger;

import app.focusly.room.Golden;
import app.focusly.room.chat.Chat;
import app.focusly.room.chat.ChatCommand;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.chat.Emoji;
import app.focusly.room.journal.AppendResult.Cause;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ledger of a chat, whose journal does what the test says.
public final class ChatRoom {
  private final Bench bench;

  public ChatRoom(ChatLimits limits) {
    bench = new Bench(new FeatureTable(List.of(() -> new Chat(limits))), LedgerLimits.DEFAULT);
  }

  /// Carries a command out, and waits for the journal.
  ///
  /// @return what was heard of it, as short texts
  public List<String> execute(String member, Role role, ChatCommand command) {
    return execute(member, role, null, command);
  }

  public List<String> execute(String member, CommandId commandId, ChatCommand command) {
    return execute(member, Role.MEMBER, commandId, command);
  }

  private List<String> execute(
      String member, Role role, @Nullable CommandId commandId, ChatCommand command) {
    bench.heard();
    start(member, role, commandId, command);
    bench.succeedAll();
    return bench.heard();
  }

  public List<String> execute(String member, ChatCommand command) {
    return execute(member, Role.MEMBER, command);
  }

  public List<String> send(String member, String text) {
    return execute(member, new ChatCommand.Send(text, 0, List.of(), null));
  }

  public List<String> edit(String member, long messageId, String text) {
    return execute(member, new ChatCommand.Edit(messageId, text, null));
  }

  public List<String> delete(String member, long messageId) {
    return execute(member, new ChatCommand.Delete(messageId, null));
  }

  public List<String> react(String member, long messageId, String emoji, boolean on) {
    return execute(member, new ChatCommand.React(messageId, new Emoji(emoji), on, null));
  }

  /// The messages in the answer to `chat-history`.
  public ObjectNode history(long before, int limit) {
    var heard = execute("reader", new ChatCommand.History(before, limit, null));
    return (ObjectNode) Golden.parse(heard.getLast().substring("reader: shown ".length()));
  }

  /// Gives the ledger a command, and leaves the journal alone.
  public void start(String member, ChatCommand command) {
    start(member, Role.MEMBER, null, command);
  }

  private void start(String member, Role role, @Nullable CommandId commandId, ChatCommand command) {
    var actor = new Actor(member, "The " + member, role);
    bench.tell(new Input.Execute<>(member, actor, commandId, command));
  }

  public void setAnswersReads(boolean value) {
    bench.setAnswersReads(value);
  }

  public void answerLastReadFirst() {
    bench.answerLastReadFirst();
  }

  public void setReadable(boolean value) {
    bench.setReadable(value);
  }

  public void succeedAll() {
    bench.succeedAll();
  }

  public void fail() {
    bench.fail(Cause.FAILED);
  }

  public List<String> heard() {
    return bench.heard();
  }

  public void pass(Duration time) {
    bench.pass(time);
  }

  public void settle() {
    bench.tell(new Input.Settle<>());
    bench.succeedAll();
  }

  /// The snapshots as they are in the journal.
  public List<String> snapshots() {
    return bench.snapshots.values().stream().map(snapshot -> snapshot.state()).toList();
  }

  /// The server starts again.
  public void restart() {
    bench.restart();
  }

  /// The server starts again and reads all events.
  public void restartWithoutSnapshots() {
    bench.snapshots.clear();
    bench.restart();
  }

  public List<JournalEvent> events() {
    return bench.stored;
  }

  /// What went out to clients.
  public List<Recorded> published() {
    return bench.published;
  }

  /// The body of one event as it is in the journal.
  public JsonNode body(long seq) {
    return Golden.parse(bench.stored.get(Math.toIntExact(seq) - 1).body());
  }

  /// What a client gets of it, when nothing is under way.
  public ObjectNode view() {
    bench.view("viewer");
    return (ObjectNode) Golden.parse(bench.state().required("chat").toString());
  }
}
