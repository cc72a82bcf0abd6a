package app.focusly.room.ledger;

import app.focusly.room.Refusal;
import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Page;
import app.focusly.room.journal.Past;
import app.focusly.room.journal.StreamSnapshot;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a stream's events come to: the features, and the commands that were carried out. Confined
/// to the ledger's owner.
final class Fold {
  private final FeatureTable table;
  private final List<? extends Feature<?>> features;
  private final CommandMemory commands = new CommandMemory();
  private long seq;
  private Instant at = Instant.EPOCH;

  Fold(FeatureTable table) {
    this.table = table;
    features = table.create();
  }

  /// The fold that a snapshot was made of, unless it was made by a program that made others.
  ///
  /// @throws RuntimeException when a feature does not understand its part
  static Optional<Fold> restored(FeatureTable table, StreamSnapshot snapshot) {
    ObjectNode state;
    try {
      state = FeatureTable.parse(snapshot.state());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
    if (!state.path("format").asText().equals(table.format())) {
      return Optional.empty();
    }
    var fold = new Fold(table);
    fold.seq = snapshot.seq();
    fold.at = Instant.ofEpochMilli(state.required("at").longValue());
    fold.commands.restore(state.required("commands"));
    JsonNode parts = state.required("features");
    for (Feature<?> feature : fold.features) {
      feature.restore((ObjectNode) parts.required(feature.description().name()));
    }
    return Optional.of(fold);
  }

  /// The last event that is in it.
  long seq() {
    return seq;
  }

  /// When the last event happened; long ago when there is none.
  Instant at() {
    return at;
  }

  /// What a command of this id was answered, if it is remembered.
  OptionalLong answer(@Nullable CommandId commandId) {
    return commandId == null ? OptionalLong.empty() : commands.answer(commandId);
  }

  /// What must be looked up before the command can be decided upon.
  Optional<Past> wanted(Object command) {
    return features.stream().flatMap(feature -> wanted(feature, command).stream()).findFirst();
  }

  private static <C> Optional<Past> wanted(Feature<C> feature, Object command) {
    Class<C> commands = feature.description().commands();
    return feature instanceof Feature.LookingUp<C> looking && commands.isInstance(command)
        ? looking.wanted(commands.cast(command))
        : Optional.empty();
  }

  /// The command with what was looked up for it.
  ///
  /// @throws UnreadableEventException when this program does not understand an event
  Object with(Object command, Page page) {
    var found = new Found(page.events().stream().map(table::read).toList(), page.more());
    return features.stream()
        .flatMap(feature -> with(feature, command, found).stream())
        .findFirst()
        .orElse(command);
  }

  private static <C> Optional<Object> with(Feature<C> feature, Object command, Found found) {
    Class<C> commands = feature.description().commands();
    return feature instanceof Feature.LookingUp<C> looking && commands.isInstance(command)
        ? Optional.of(looking.with(commands.cast(command), found))
        : Optional.empty();
  }

  /// Asks the feature that the command is for.
  ///
  /// @throws IllegalArgumentException when there is none
  Decision decide(Object command, Actor actor, Instant now) {
    Act act = act(actor, now);
    Optional<Refusal> obstacle =
        guards().flatMap(guard -> guard.obstacle(command, act).stream()).findFirst();
    if (obstacle.isPresent() && !isExcused(command, act)) {
      return new Decision.Refused(obstacle.get());
    }
    for (Feature<?> feature : features) {
      Optional<Decision> decision = decide(feature, command, act);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    throw new IllegalArgumentException("no feature takes a " + command.getClass().getSimpleName());
  }

  private static <C> Optional<Decision> decide(Feature<C> feature, Object command, Act act) {
    Class<C> commands = feature.description().commands();
    return commands.isInstance(command)
        ? Optional.of(feature.decide(commands.cast(command), act))
        : Optional.empty();
  }

  /// Lets drafts happen, and what they lead to. When it throws, nobody knows what this fold is.
  List<Recorded> happen(
      List<Draft> drafts, Actor actor, @Nullable CommandId commandId, Instant now, Batch batch) {
    var waiting = new ArrayDeque<>(drafts);
    var happened = new ArrayList<Recorded>();
    int bytes = 0;
    while (!waiting.isEmpty()) {
      Draft draft = waiting.removeFirst();
      Recorded recorded = record(draft, actor, happened.isEmpty() ? commandId : null, now);
      bytes += recorded.event().bytes();
      if (happened.size() == LedgerLimits.EVENTS_PER_COMMAND
          || bytes > LedgerLimits.BYTES_PER_COMMAND) {
        throw new IllegalStateException("a command leads to too much");
      }
      happened.add(recorded);
      apply(recorded);
      batch.add(recorded, draft.redactions(), rows(recorded));
      waiting.addAll(reactions(recorded, actor, now));
    }
    return happened;
  }

  private List<HistoryRow> rows(Recorded recorded) {
    var rows = new ArrayList<HistoryRow>();
    for (int follower : table.followers(recorded.type())) {
      if (features.get(follower) instanceof Feature.Recording recording) {
        rows.addAll(recording.rows());
      }
    }
    return rows;
  }

  private Recorded record(Draft draft, Actor actor, @Nullable CommandId commandId, Instant now) {
    EventType type = table.type(draft.type());
    Act act = act(actor, now);
    var event =
        new JournalEvent(
            act.seq(),
            act.now(),
            act.actor(),
            type.name(),
            type.version(),
            draft.body().toString(),
            commandId);
    return new Recorded(event, draft.body());
  }

  private List<Draft> reactions(Recorded recorded, Actor actor, Instant now) {
    var reactions = new ArrayList<Draft>();
    for (int follower : table.followers(recorded.type())) {
      if (features.get(follower) instanceof Feature.Reacting reacting) {
        reactions.addAll(reacting.react(recorded, act(actor, now)));
      }
    }
    return reactions;
  }

  /// Follows the next event.
  void apply(Recorded recorded) {
    if (recorded.seq() != seq + 1) {
      throw new IllegalStateException("event " + recorded.seq() + " follows " + seq);
    }
    seq = recorded.seq();
    at = recorded.event().at();
    commands.apply(recorded.event());
    for (int follower : table.followers(recorded.type())) {
      features.get(follower).apply(recorded);
    }
    for (Feature<?> feature : features) {
      if (feature instanceof Feature.Forgetful forgetful) {
        Forgetting.tell(forgetful, recorded);
      }
    }
  }

  /// The next time at which something happens by itself.
  Optional<Instant> wakesAt() {
    return wakers().flatMap(waking -> waking.wakesAt().stream()).min(Instant::compareTo);
  }

  /// When somebody has to look after this, should it be in nobody's memory then.
  Optional<Instant> due() {
    return wakers().flatMap(waking -> waking.unattendedAt().stream()).min(Instant::compareTo);
  }

  /// What happens by itself now, of the feature whose time came first. The others are to be asked
  /// when that has happened, since it may change what they wait for.
  List<Draft> wake(Instant now) {
    Optional<Feature.Waking> first =
        wakers()
            .filter(waking -> waking.wakesAt().isPresent())
            .min(Comparator.comparing(waking -> waking.wakesAt().orElseThrow()));
    return first
        .filter(waking -> waking.wakesAt().filter(time -> !time.isAfter(now)).isPresent())
        .map(waking -> waking.wake(act(Actor.SYSTEM, now)))
        .orElse(List.of());
  }

  /// How many features may have something to happen by itself.
  int wakerCount() {
    return (int) wakers().count();
  }

  /// The feature of this class, if there is one.
  <F> Optional<F> feature(Class<F> type) {
    return features.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /// Each feature's view.
  ObjectNode view() {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    features.forEach(feature -> view.set(feature.description().name(), feature.view()));
    return view;
  }

  StreamSnapshot snapshot() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state.put("format", table.format()).put("at", at.toEpochMilli());
    state.set("commands", commands.snapshot());
    ObjectNode parts = state.putObject("features");
    features.forEach(feature -> parts.set(feature.description().name(), feature.snapshot()));
    return new StreamSnapshot(seq, state.toString());
  }

  private Stream<Feature.Waking> wakers() {
    return features.stream()
        .filter(Feature.Waking.class::isInstance)
        .map(Feature.Waking.class::cast);
  }

  private boolean isExcused(Object command, Act act) {
    return features.stream()
        .anyMatch(feature ->
            feature instanceof Feature.Excusing excusing && excusing.excuses(command, act));
  }

  private Stream<Feature.Guarding> guards() {
    return features.stream()
        .filter(Feature.Guarding.class::isInstance)
        .map(Feature.Guarding.class::cast);
  }

  /// A clock that was set back does not set the stream back.
  private Act act(Actor actor, Instant now) {
    Instant time = Objects.requireNonNull(now.isBefore(at) ? at : now);
    var act = new Act(actor.id(), actor.name(), actor.role(), time, seq + 1);
    return guards()
        .findFirst()
        .map(guard -> new Act(act.actor(), act.name(), guard.role(act), act.now(), act.seq()))
        .orElse(act);
  }
}
