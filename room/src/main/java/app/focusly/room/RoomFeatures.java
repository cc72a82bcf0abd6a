package app.focusly.room;

import app.focusly.room.access.Access;
import app.focusly.room.access.AccessEvents;
import app.focusly.room.chat.Chat;
import app.focusly.room.chat.ChatEvents;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.goal.GoalEvents;
import app.focusly.room.goal.Goals;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.Erasure;
import app.focusly.room.history.Retention;
import app.focusly.room.history.SessionErasure;
import app.focusly.room.history.SessionLog;
import app.focusly.room.journal.CommandId;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.note.NoteEvents;
import app.focusly.room.note.NoteLimits;
import app.focusly.room.note.Notes;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.standup.Standup;
import app.focusly.room.standup.StandupEvents;
import app.focusly.room.task.OwnTasks;
import app.focusly.room.task.TaskEvents;
import app.focusly.room.task.TaskLimits;
import app.focusly.room.task.Tasks;
import app.focusly.room.timer.Timer;
import app.focusly.room.timer.TimerEvents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The journalled features of a room and the client events that command them: to add a feature,
/// list it here. Immutable; all rooms share it.
public final class RoomFeatures {
  /// What is forgotten when it is old, beside members' coming and going.
  private static final Set<String> AGEING =
      Stream.of(Access.TYPES, Attendance.TYPES, Chat.TYPES, Goals.TYPES, Standup.TYPES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /// What is overwritten when a member is to be forgotten.
  private static final List<Erasure.Overwriting> ABOUT_MEMBERS =
      List.of(
          Access.OVERWRITING,
          Attendance.OVERWRITING,
          Chat.OVERWRITING,
          Goals.OVERWRITING,
          Standup.OVERWRITING,
          Tasks.OVERWRITING);

  /// What is overwritten when a session is to be forgotten.
  private static final List<SessionErasure.Overwriting> OF_SESSIONS =
      List.of(
          Chat.OVERWRITING_SESSION,
          SessionErasure.all(Goals.TYPES),
          SessionErasure.all(Standup.TYPES),
          SessionErasure.all(Attendance.VISITS),
          SessionErasure.anonymous(Attendance.TYPES),
          SessionErasure.anonymous(SessionLog.TIMER));

  private final FeatureLimits limits;
  private final FeatureTable table;
  private final FeatureTable ownTable;
  private final Map<String, PayloadReader<?>> readers;

  /// Features that forget nothing because of its age, but what happened in a room without owner.
  public RoomFeatures(FeatureLimits limits) {
    this(limits, Duration.ZERO);
  }

  /// @param keep how old what happened may get; zero for any age
  public RoomFeatures(FeatureLimits limits, Duration keep) {
    this.limits = limits;
    table =
        new FeatureTable(
            List.of(
                () -> new Access(limits.access()),
                Attendance::new,
                () -> new Timer(limits.timer()),
                () -> new Chat(limits.chat()),
                () -> new Goals(limits.goals()),
                () -> new Standup(limits.standup()),
                () -> new Tasks(limits.tasks()),
                () -> new Notes(limits.notes()),
                SessionLog::new,
                () -> new Retention(keep, AGEING),
                () -> new Erasure(ABOUT_MEMBERS),
                () -> new SessionErasure(OF_SESSIONS)));
    ownTable = new FeatureTable(List.of(() -> new OwnTasks(limits.tasks())));
    readers =
        merged(
            List.of(
                AccessEvents.READERS,
                TimerEvents.READERS,
                ChatEvents.READERS,
                GoalEvents.READERS,
                StandupEvents.READERS,
                TaskEvents.READERS,
                NoteEvents.READERS));
  }

  private static Map<String, PayloadReader<?>> merged(
      List<Map<String, ? extends PayloadReader<?>>> features) {
    return features.stream()
        .flatMap(RoomFeatures::entries)
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<? extends Map.Entry<String, ? extends PayloadReader<?>>> entries(
      Map<String, ? extends PayloadReader<?>> readers) {
    return readers.entrySet().stream();
  }

  /// What makes the features of a room.
  public FeatureTable table() {
    return table;
  }

  /// What makes the features of what is one member's own in a room.
  public FeatureTable ownTable() {
    return ownTable;
  }

  /// Adds the features' limits to those that a client is told of.
  public void addLimits(ObjectNode node) {
    node.put("bans", limits.access().bans())
        .put("waiting", limits.access().waiting())
        .put("owners", limits.access().owners())
        .put("presets", limits.timer().presets())
        .put("chatMessage", limits.chat().message())
        .put("chatMentions", ChatLimits.MENTIONS)
        .put("chatReactionKinds", limits.chat().reactionKinds())
        .put("chatReactions", limits.chat().reactions())
        .put("goalText", limits.goals().text())
        .put("standupAnswer", limits.standup().answer())
        .put("tasks", limits.tasks().tasks())
        .put("taskTitle", limits.tasks().title())
        .put("tasksAtOnce", TaskLimits.AT_ONCE)
        .put("notes", limits.notes().notes())
        .put("noteTitle", NoteLimits.TITLE)
        .put("noteBytes", limits.notes().bytes());
  }

  /// The change that a client event asks for, if it is one of a feature's.
  ///
  /// @param arguments of the event; none counts as an empty object
  public Optional<Parsed<Command.Change>> change(
      String event, ConnectionId connection, List<JsonNode> arguments) {
    return Optional.ofNullable(readers.get(event))
        .map(reader -> Payload.parse(() -> change(reader, connection, arguments)));
  }

  private static Command.Change change(
      PayloadReader<?> reader, ConnectionId connection, List<JsonNode> arguments) {
    Payload payload = Payload.ofOptional(arguments);
    CommandId commandId =
        payload
            .text("commandId")
            .map(text ->
                CommandId.parse(text)
                    .orElseThrow(() -> Payload.invalid("commandId", "a UUID in lower case")))
            .orElse(null);
    return new Command.Change(connection, commandId, reader.read(payload));
  }
}
