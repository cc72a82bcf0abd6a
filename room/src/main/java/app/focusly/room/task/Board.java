package app.focusly.room.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tasks in their order. Confined to the feature that it belongs to.
final class Board {
  private final Map<Column, List<Task>> columns = new EnumMap<>(Column.class);

  Board() {
    for (Column column : Column.values()) {
      columns.put(column, new ArrayList<>());
    }
  }

  int size() {
    return columns.values().stream().mapToInt(List::size).sum();
  }

  Stream<Task> tasks() {
    return columns.values().stream().flatMap(List::stream);
  }

  Optional<Task> find(long id) {
    return tasks().filter(task -> task.id() == id).findFirst();
  }

  Optional<Column> columnOf(long id) {
    return columns.entrySet().stream()
        .filter(entry -> indexIn(entry.getValue(), id) >= 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The task that comes after this one in its column.
  Optional<Long> after(long id) {
    List<Task> tasks = columnOf(id).map(this::in).orElseGet(List::of);
    int next = indexIn(tasks, id) + 1;
    return next < tasks.size() ? Optional.of(tasks.get(next).id()) : Optional.empty();
  }

  boolean isIn(Column column, long id) {
    return indexIn(in(column), id) >= 0;
  }

  /// Puts a task before another one; at the end where that is not in the column.
  void put(Task task, Column column, @Nullable Long before) {
    List<Task> tasks = in(column);
    int place = before == null ? -1 : indexIn(tasks, before);
    tasks.add(place < 0 ? tasks.size() : place, task);
  }

  void remove(long id) {
    columns.values().forEach(tasks -> tasks.removeIf(task -> task.id() == id));
  }

  void change(long id, UnaryOperator<Task> change) {
    changeAll(task -> task.id() == id, change);
  }

  void changeAll(Predicate<Task> which, UnaryOperator<Task> change) {
    columns
        .values()
        .forEach(tasks -> tasks.replaceAll(task -> which.test(task) ? change.apply(task) : task));
  }

  /// All tasks by column and place.
  ArrayNode toJson(BiFunction<Task, Column, ? extends JsonNode> form) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    columns.forEach((column, tasks) -> tasks.forEach(task -> nodes.add(form.apply(task, column))));
    return nodes;
  }

  void restore(JsonNode nodes) {
    nodes.forEach(node -> put(Task.restored(node), Task.columnOf(node), null));
  }

  private List<Task> in(Column column) {
    return Objects.requireNonNull(columns.get(column), "every column is there");
  }

  private static int indexIn(List<Task> tasks, long id) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }
}
