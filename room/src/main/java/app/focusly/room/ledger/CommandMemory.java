package app.focusly.room.ledger;

import app.focusly.room.journal.CommandId;
import app.focusly.room.journal.JournalEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// The last commands that had an id, and what each was answered. It is part of what the events come
/// to, and so is as durable as they are.
final class CommandMemory {
  private final Map<CommandId, Long> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CommandId, Long> eldest) {
          return size() > LedgerLimits.COMMAND_IDS;
        }
      };

  void apply(JournalEvent event) {
    if (event.commandId() != null) {
      answers.put(event.commandId(), event.seq());
    }
  }

  OptionalLong answer(CommandId commandId) {
    Long seq = answers.get(commandId);
    return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
  }

  ObjectNode snapshot() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    answers.forEach((commandId, seq) -> state.put(commandId.value(), seq));
    return state;
  }

  void restore(JsonNode state) {
    state
        .properties()
        .forEach(entry -> answers.put(new CommandId(entry.getKey()), entry.getValue().longValue()));
  }
}
