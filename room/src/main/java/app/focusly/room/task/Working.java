package app.focusly.room.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who works on which task. Confined to the feature that it belongs to.
final class Working {
  private final Map<String, Long> tasks = new LinkedHashMap<>(); // by member id

  boolean on(String memberId, @Nullable Long taskId) {
    Long now = tasks.get(memberId);
    return taskId == null ? now == null : taskId.equals(now);
  }

  /// Of more members than it keeps, those go who said so longest ago.
  void set(String memberId, @Nullable Long taskId) {
    tasks.remove(memberId);
    if (taskId != null) {
      tasks.put(memberId, taskId);
      if (tasks.size() > TaskLimits.WORKING) {
        tasks.remove(tasks.keySet().iterator().next());
      }
    }
  }

  /// Nobody works on this any more.
  void end(long taskId) {
    tasks.values().removeIf(each -> each == taskId);
  }

  void clear() {
    tasks.clear();
  }

  /// The tasks that these members work on, each once.
  List<Long> of(Set<String> members) {
    return tasks.entrySet().stream()
        .filter(entry -> members.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .sorted()
        .toList();
  }

  void show(ObjectNode node) {
    tasks.forEach(node::put);
  }

  void restore(JsonNode node) {
    node.properties().forEach(entry -> tasks.put(entry.getKey(), entry.getValue().longValue()));
  }
}
