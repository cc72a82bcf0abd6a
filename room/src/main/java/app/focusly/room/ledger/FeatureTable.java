package app.focusly.room.ledger;

import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Makes the features of a ledger, and knows which events are whose. It has no state of a stream,
/// so that all ledgers of one kind may share it.
public final class FeatureTable {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Supplier<? extends Feature<?>>> suppliers;
  private final Map<String, EventType> types = new HashMap<>();
  private final Map<String, List<Integer>> followers = new HashMap<>();
  private final String format;

  /// @param features each makes one feature, new and without state
  /// @throws IllegalArgumentException when two have a name or an event in common, or one follows an
  ///   event that there is not
  public FeatureTable(List<Supplier<? extends Feature<?>>> features) {
    suppliers = List.copyOf(features);
    var names = new HashSet<String>();
    var formats = new StringBuilder();
    List<? extends Feature<?>> examples = create();
    for (int i = 0; i < examples.size(); i++) {
      Feature.Description<?> description = examples.get(i).description();
      require(names.add(description.name()), "two features are called " + description.name());
      formats.append(description.name()).append(' ').append(description.format()).append('\n');
      for (EventType type : description.events()) {
        require(types.put(type.name(), type) == null, "two features have " + type.name());
        follow(type.name(), i);
      }
    }
    for (int i = 0; i < examples.size(); i++) {
      for (String type : examples.get(i).description().follows()) {
        require(types.containsKey(type) || Forgetting.TYPES.contains(type), "nobody has " + type);
        follow(type, i);
      }
    }
    format = formats.toString();
  }

  /// One of each, new.
  List<? extends Feature<?>> create() {
    return suppliers.stream().map(Supplier::get).toList();
  }

  /// The forms of all snapshots as one text.
  String format() {
    return format;
  }

  /// The features that are told of such an event, by their places in the list.
  List<Integer> followers(String type) {
    return followers.getOrDefault(type, List.of());
  }

  /// The kind of event that a feature may write.
  EventType type(String name) {
    EventType type = types.get(name);
    if (type == null) {
      throw new UnreadableEventException("no feature has " + name);
    }
    return type;
  }

  /// An event as it would be written now.
  ///
  /// @throws UnreadableEventException when this program does not know such events
  public Recorded read(JournalEvent event) {
    EventType type = type(event.type());
    try {
      return new Recorded(event, type.upcast(parse(event.body()), event.version()));
    } catch (UnreadableEventException e) {
      throw e;
    } catch (JsonProcessingException | RuntimeException e) { // an upcaster's failure, for example
      throw new UnreadableEventException("event " + event.seq() + " has no readable body", e);
    }
  }

  static ObjectNode parse(String json) throws JsonProcessingException {
    return (ObjectNode) JSON.readTree(json);
  }

  private void follow(String type, int feature) {
    followers.computeIfAbsent(type, absent -> new ArrayList<>()).add(feature);
  }

  private static void require(boolean valid, String problem) {
    if (!valid) {
      throw new IllegalArgumentException(problem);
    }
  }
}
