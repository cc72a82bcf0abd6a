package app.focusly.room.note;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.journal.HistoryRow;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Forgetting;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which notes a room has, and what they are called.
///
/// They are as lasting as the room; what ages is only who made one. In a room that nobody owns they
/// go when [everything goes][app.focusly.room.history.Retention#UNOWNED]: that is when history is
/// forgotten and nobody is there. A title stands in one event at a time, as those of tasks do.
public final class Notes
    implements Feature<NoteCommand>, Feature.Recording, Feature.Forgetful, Feature.Reacting {
  private static final String JOINED = "member-joined";
  private static final String LEFT = "member-left";
  private static final String CREATED = "room-created";
  private static final String OWNER_ADDED = "owner-added";
  private static final String OWNERS_SET = "owners-set";

  private static final Description<NoteCommand> DESCRIPTION =
      new Description<>(
          "notes",
          1,
          NoteCommand.class,
          List.of(
              EventType.of(NoteEvents.ADDED),
              EventType.of(NoteEvents.RENAMED),
              EventType.of(NoteEvents.REMOVED)),
          Set.of(JOINED, LEFT, CREATED, OWNER_ADDED, OWNERS_SET, Forgetting.HISTORY));

  private final NoteLimits limits;
  private final TreeMap<Long, Note> notes = new TreeMap<>(); // by id, so in order of making
  private final Set<String> present = new HashSet<>(); // member ids
  private boolean owned;
  private @Nullable HistoryRow row; // what the event means that was followed last

  public Notes(NoteLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<NoteCommand> description() {
    return DESCRIPTION;
  }

  /// Whether there is such a note.
  public boolean has(long noteId) {
    return notes.containsKey(noteId);
  }

  /// All of them, in order of making.
  public List<NoteTitle> titles() {
    return notes.values().stream().map(note -> new NoteTitle(note.id(), note.title())).toList();
  }

  @Override
  public Decision decide(NoteCommand command, Act act) {
    return switch (command) {
      case NoteCommand.Add(String title, String template) -> add(title, template);
      case NoteCommand.Rename(long noteId, String title) ->
          find(noteId).map(note -> rename(note, title)).orElseGet(Notes::unknown);
      case NoteCommand.Remove(long noteId) ->
          find(noteId).map(note -> Decision.happens(removed(note))).orElseGet(Notes::unknown);
    };
  }

  private Decision add(String title, @Nullable String template) {
    if (notes.size() >= limits.notes()) {
      return new Decision.Refused(
          Refusal.of(
              RefusalCode.TOO_MANY_NOTES,
              "A room has %d notes at most.".formatted(limits.notes())));
    }
    ObjectNode body = json().put("title", title);
    return Decision.happens(
        Draft.of(NoteEvents.ADDED, template == null ? body : body.put("template", template)));
  }

  private static Decision rename(Note note, String title) {
    return title.equals(note.title())
        ? Decision.happens()
        : Decision.happens(
            new Draft(
                NoteEvents.RENAMED, about(note.id()).put("title", title), withoutTitle(note)));
  }

  private static Draft removed(Note note) {
    return new Draft(NoteEvents.REMOVED, about(note.id()), withoutTitle(note));
  }

  /// Orders that a note's title is nowhere but in the event that orders it, if there.
  private static List<Redaction> withoutTitle(Note note) {
    return List.of(Redaction.of(note.titledIn(), note.withoutTitle().toString()));
  }

  /// What nobody owns and nobody uses goes as a whole.
  @Override
  public List<Draft> react(Recorded recorded, Act act) {
    if (!recorded.type().equals(Forgetting.HISTORY) || owned || !present.isEmpty()) {
      return List.of();
    }
    return notes.values().stream().map(Notes::removed).toList();
  }

  @Override
  public void apply(Recorded recorded) {
    ObjectNode body = recorded.body();
    String memberId = body.path("memberId").asText();
    row = null;
    switch (recorded.type()) {
      case NoteEvents.ADDED -> {
        notes.put(recorded.seq(), Note.added(recorded));
        row = new HistoryRow.NoteAdded(recorded.seq());
      }
      case NoteEvents.RENAMED -> {
        if (body.has("title")) { // otherwise a later event has it
          change(note -> note.titled(body.path("title").asText(), recorded.seq()), body);
        }
      }
      case NoteEvents.REMOVED -> {
        long noteId = body.path("noteId").longValue();
        notes.remove(noteId);
        row = new HistoryRow.NoteRemoved(noteId);
      }
      case JOINED -> {
        if (!memberId.isEmpty()) { // otherwise it has been forgotten
          present.add(memberId);
        }
      }
      case LEFT -> present.remove(memberId);
      case CREATED, OWNER_ADDED -> owned = true;
      case OWNERS_SET -> owned = !body.path("owners").isEmpty();
      default -> {} // history is forgotten: see react
    }
  }

  private void change(UnaryOperator<Note> change, ObjectNode body) {
    notes.computeIfPresent(body.path("noteId").longValue(), (_, note) -> change.apply(note));
  }

  @Override
  public List<HistoryRow> rows() {
    return row == null ? List.of() : List.of(row);
  }

  /// Who made a note is not known any more; the notes last.
  @Override
  public void forgetThrough(long seq, Instant now) {
    notes.headMap(seq, true).replaceAll((_, note) -> note.by(JournalEvent.FORGOTTEN));
  }

  @Override
  public void forgetMember(String memberId) {
    present.remove(memberId);
    notes.replaceAll(
        (_, note) -> note.by().equals(memberId) ? note.by(JournalEvent.FORGOTTEN) : note);
  }

  @Override
  public ObjectNode snapshot() {
    ObjectNode state = json().put("owned", owned);
    ArrayNode array = state.putArray("notes");
    notes.values().forEach(note -> array.add(note.snapshot()));
    ArrayNode members = state.putArray("present");
    present.stream().sorted().forEach(members::add);
    return state;
  }

  @Override
  public void restore(ObjectNode state) {
    owned = state.path("owned").booleanValue();
    state.path("notes").forEach(json -> notes.put(json.path("noteId").longValue(), Note.of(json)));
    state.path("present").forEach(memberId -> present.add(memberId.asText()));
  }

  @Override
  public ObjectNode view() {
    ObjectNode view = json();
    ArrayNode array = view.putArray("notes");
    notes.values().forEach(note -> array.add(note.view()));
    return view;
  }

  private Optional<Note> find(long noteId) {
    return Optional.ofNullable(notes.get(noteId));
  }

  private static ObjectNode about(long noteId) {
    return json().put("noteId", noteId);
  }

  private static Decision unknown() {
    return new Decision.Refused(UNKNOWN);
  }

  /// What somebody hears who names a note that there is not.
  public static final Refusal UNKNOWN =
      Refusal.at("noteId", RefusalCode.UNKNOWN_NOTE, "There is no such note.");

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
