package app.focusly.room.timer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The timer as it goes over the wire, and as the journal and snapshots have it.
final class TimerJson {
  private static final String IDLE = "idle";

  private TimerJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// The whole timer.
  static ObjectNode view(TimerState state) {
    ObjectNode view = course(state);
    view.set("settings", settings(state.settings()));
    view.set("presets", presets(state.presets()));
    return view;
  }

  /// The timer, with its settings and presets only where they have changed.
  static ObjectNode view(TimerState state, TimerState before) {
    ObjectNode view = course(state);
    if (!state.settings().equals(before.settings())) {
      view.set("settings", settings(state.settings()));
    }
    if (!state.presets().equals(before.presets())) {
      view.set("presets", presets(state.presets()));
    }
    return view;
  }

  /// The timer in a view; what the view leaves out is as before.
  static TimerState read(JsonNode view, TimerState before) {
    JsonNode settings = view.path("settings");
    JsonNode presets = view.path("presets");
    return new TimerState(
        readCourse(view),
        settings.isMissingNode() ? before.settings() : readSettings(settings),
        presets.isMissingNode() ? before.presets() : readPresets(presets));
  }

  static ObjectNode settings(Settings settings) {
    return lengths(object(), settings.lengths())
        .put("autoAdvance", settings.autoAdvance())
        .put("quietFocus", settings.quietFocus());
  }

  static ObjectNode preset(Preset preset) {
    return lengths(object().put("name", preset.name()), preset.lengths());
  }

  private static ObjectNode course(TimerState state) {
    Course course = state.course();
    ObjectNode node = object();
    switch (course) {
      case Course.Idle(var step, var by) -> {
        node.put("phase", IDLE).put("round", step.round());
        times(node, null, null, null, null);
      }
      case Course.Running(var step, long startedAt, long endsAt, var by) -> {
        node.put("phase", step.phase().text()).put("round", step.round());
        times(node, startedAt, endsAt, null, endsAt - startedAt);
      }
      case Course.Paused(var step, long startedAt, long length, long remaining, var by) -> {
        node.put("phase", step.phase().text()).put("round", step.round());
        times(node, startedAt, null, remaining, length);
      }
    }
    node.put("paused", course instanceof Course.Paused).put("by", course.by());
    return node.put("next", state.next().phase().text());
  }

  private static void times(
      ObjectNode node,
      @Nullable Long startedAt,
      @Nullable Long endsAt,
      @Nullable Long remaining,
      @Nullable Long length) {
    node.put("startedAt", startedAt).put("endsAt", endsAt);
    node.put("remaining", remaining).put("length", length);
  }

  private static ArrayNode presets(List<Preset> presets) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    presets.forEach(preset -> nodes.add(preset(preset)));
    return nodes;
  }

  private static ObjectNode lengths(ObjectNode node, Lengths lengths) {
    return node.put("focus", lengths.focus())
        .put("shortBreak", lengths.shortBreak())
        .put("longBreak", lengths.longBreak())
        .put("rounds", lengths.rounds());
  }

  private static Course readCourse(JsonNode view) {
    boolean idle = view.path("phase").asText().equals(IDLE);
    var step =
        new Step(readPhase(view.path(idle ? "next" : "phase")), view.path("round").intValue());
    if (idle) {
      return new Course.Idle(step, view.path("by").textValue());
    }
    long startedAt = view.path("startedAt").longValue();
    String by = view.path("by").asText();
    return view.path("paused").booleanValue()
        ? new Course.Paused(
            step,
            startedAt,
            view.path("length").longValue(),
            view.path("remaining").longValue(),
            by)
        : new Course.Running(step, startedAt, view.path("endsAt").longValue(), by);
  }

  private static Phase readPhase(JsonNode text) {
    return Phase.of(text.asText()).orElseThrow(() -> new IllegalArgumentException("not a phase"));
  }

  private static Settings readSettings(JsonNode node) {
    return new Settings(
        readLengths(node),
        node.path("autoAdvance").booleanValue(),
        node.path("quietFocus").booleanValue());
  }

  private static List<Preset> readPresets(JsonNode nodes) {
    var presets = new ArrayList<Preset>();
    nodes.forEach(node -> presets.add(new Preset(node.path("name").asText(), readLengths(node))));
    return presets;
  }

  private static Lengths readLengths(JsonNode node) {
    return new Lengths(
        node.path("focus").intValue(),
        node.path("shortBreak").intValue(),
        node.path("longBreak").intValue(),
        node.path("rounds").intValue());
  }
}
