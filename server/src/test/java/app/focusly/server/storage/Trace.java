package app.focusly.server.storage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What strace says of a server with writers: when each message was on the disk, and when it was
/// told, as the event or by its acknowledgement. Times are numbers of lines. A call that another
/// thread's line interrupts has two lines; a sync counts by its last, what is told by its first.
final class Trace {
  private static final Pattern OPENED = Pattern.compile("\"[^\"]*\\.db-wal\".*= (\\d+)$");
  private static final Pattern LOGGED = Pattern.compile("^pwrite64\\((\\d+),");
  private static final Pattern SYNCED = Pattern.compile("^f(?:data)?sync\\((\\d+).*= 0$");
  private static final Pattern SAID = Pattern.compile("^(?:writev?|sendto|sendmsg)\\((\\d+),");
  private static final Pattern MESSAGE = Pattern.compile("writer-\\d+ writes \\d+\\.");
  private static final Pattern EVENT =
      Pattern.compile("\"room-event\",\\{\"seq\":(\\d+),[^}]*?(writer-\\d+ writes \\d+\\.)");
  private static final Pattern ACKNOWLEDGEMENT =
      Pattern.compile("43\\d+\\[\\{\"ok\":true,\"seq\":(\\d+)\\}\\]");

  /// One socket's event of that number.
  private record Place(String socket, String seq) {}

  private final Set<String> logs = new HashSet<>();
  private final Map<String, String> begun = new HashMap<>();
  private final Set<String> written = new HashSet<>(); // to the log, since the last sync
  private final Map<String, Integer> durable = new HashMap<>();
  private final Map<Place, String> messages = new HashMap<>();
  private final Map<Place, Integer> told = new HashMap<>();
  private final Map<Place, Integer> acknowledged = new HashMap<>();
  private int time;
  private int syncs;

  /// Reads lines such as `thread call(arguments) = result`.
  Trace(List<String> lines) {
    for (String line : lines) {
      time++;
      int space = line.indexOf(' ');
      String thread = line.substring(0, space);
      String call = line.substring(space).strip();
      if (call.endsWith("<unfinished ...>")) {
        begun.put(thread, call.replace("<unfinished ...>", ""));
        begins(call);
      } else if (call.startsWith("<... ")) {
        String beginning = begun.getOrDefault(thread, "");
        ends(beginning + call.substring(call.indexOf('>') + 1));
      } else {
        begins(call);
        ends(call);
      }
    }
  }

  private void begins(String call) {
    Matcher said = SAID.matcher(call);
    if (said.find()) {
      String socket = said.group(1);
      String text = call.replace("\\\"", "\"");
      EVENT
          .matcher(text)
          .results()
          .forEach(event -> {
            var place = new Place(socket, event.group(1));
            messages.put(place, event.group(2));
            told.putIfAbsent(place, time);
          });
      ACKNOWLEDGEMENT
          .matcher(text)
          .results()
          .forEach(ack -> acknowledged.putIfAbsent(new Place(socket, ack.group(1)), time));
    }
  }

  private void ends(String call) {
    Matcher opened = OPENED.matcher(call);
    Matcher logged = LOGGED.matcher(call);
    Matcher synced = SYNCED.matcher(call);
    if (opened.find()) {
      logs.add(opened.group(1));
    } else if (logged.find() && logs.contains(logged.group(1))) {
      MESSAGE.matcher(call).results().forEach(found -> written.add(found.group()));
    } else if (synced.find() && logs.contains(synced.group(1))) {
      written.forEach(message -> durable.putIfAbsent(message, time));
      written.clear();
      syncs++;
    }
  }

  /// Messages that somebody was told of before they were on the disk.
  List<String> early() {
    return Stream.of(told, acknowledged)
        .flatMap(times -> times.entrySet().stream())
        .filter(at -> at.getValue() < durable(at.getKey()))
        .map(at -> at.getKey() + " " + messages.get(at.getKey()))
        .toList();
  }

  private int durable(Place place) {
    return durable.getOrDefault(messages.getOrDefault(place, ""), Integer.MAX_VALUE);
  }

  /// How many messages were told as events.
  int events() {
    return told.size();
  }

  /// How many were acknowledged.
  int acknowledgements() {
    return acknowledged.size();
  }

  /// How often the log was synced.
  int syncs() {
    return syncs;
  }
}
