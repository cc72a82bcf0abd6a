package app.focusly.server.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values of all options: from the environment, else from `.env`, else from
/// `focusly.properties`, both in the working folder, else the default. What is wrong with them is
/// gathered, so that all of it is told at once by [#check].
public final class Settings {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final String TIMES = "takes a time such as 500ms, 20s, 5m, 6h or 30d";
  private static final int FILE_PRIORITY = 100;
  private static final int DOT_ENV_PRIORITY = 200;
  private static final int ENVIRONMENT_PRIORITY = 300;

  private final Map<Option, String> values = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<Option, String> bounds = new EnumMap<>(Option.class);

  private Settings() {}

  /// Reads the environment and the files of a folder.
  public static Settings read(Map<String, String> environment, Path folder) {
    var settings = new Settings();
    Map<String, String> dotEnv = settings.dotEnv(folder.resolve(".env"));
    Map<String, String> file = settings.file(folder.resolve("focusly.properties"));
    settings.refuseUnknown(environment.keySet(), dotEnv.keySet(), file.keySet());
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(byKey(environment), "environment", ENVIRONMENT_PRIORITY),
                new PropertiesConfigSource(byKey(dotEnv), ".env", DOT_ENV_PRIORITY),
                new PropertiesConfigSource(byKey(file), "focusly.properties", FILE_PRIORITY))
            .build();
    for (Option option : Option.values()) {
      config
          .getOptionalValue(option.key(), String.class)
          .ifPresent(value -> settings.values.put(option, value.strip()));
    }
    return settings;
  }

  private Map<String, String> dotEnv(Path path) {
    if (!Files.exists(path)) {
      return Map.of();
    }
    try {
      return DotEnv.parse(Files.readString(path));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(path.getFileName() + " cannot be read: " + e.getMessage());
      return Map.of();
    }
  }

  private Map<String, String> file(Path path) {
    if (!Files.exists(path)) {
      return Map.of();
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(path.getFileName() + " cannot be read: " + e.getMessage());
    }
    var values = new HashMap<String, String>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }

  /// The same values under each option's key, whichever of its names was used.
  private static Map<String, String> byKey(Map<String, String> named) {
    var values = new HashMap<String, String>();
    for (Option option : Option.values()) {
      var names = new ArrayList<String>();
      option.alias().ifPresent(names::add);
      names.add(option.key());
      names.add(option.environment());
      for (String name : names) {
        String value = named.get(name);
        if (value != null && !value.isBlank()) {
          values.put(option.key(), value);
        }
      }
    }
    return values;
  }

  private void refuseUnknown(Set<String> environment, Set<String> dotEnv, Set<String> file) {
    var known = new HashSet<String>();
    for (Option option : Option.values()) {
      known.add(option.key());
      known.add(option.environment());
      option.alias().ifPresent(known::add);
    }
    environment.stream()
        .filter(name -> name.startsWith("FOCUSLY_") && !known.contains(name))
        .sorted()
        .forEach(name -> problems.add("unknown variable " + name));
    dotEnv.stream()
        .filter(name -> name.startsWith("FOCUSLY_") && !known.contains(name))
        .sorted()
        .forEach(name -> problems.add("unknown variable " + name + " in .env"));
    file.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> problems.add("unknown key " + name + " in focusly.properties"));
  }

  /// The value as text; empty when there is none.
  String text(Option option) {
    return values.getOrDefault(option, option.defaultValue());
  }

  /// The value as a list, separated by commas.
  List<String> list(Option option) {
    return Arrays.stream(text(option).split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /// The value as a whole number within bounds.
  int number(Option option, int least, int most) {
    bounds.put(option, least + " to " + most);
    try {
      int value = Integer.parseInt(text(option));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException expected) { // told below
    }
    problem(option, "takes a whole number from " + least + " to " + most);
    return Integer.parseInt(option.defaultValue());
  }

  /// The value as a limit; 0 and `off` turn it off.
  int limit(Option option, int most) {
    boolean off = text(option).equals("off");
    int value = off ? 0 : number(option, 0, most);
    bounds.put(option, "1 to " + most + ", off");
    return value == 0 ? Integer.MAX_VALUE : value;
  }

  /// The value as a number of days; zero when it is 0 or `off`.
  Duration days(Option option, int most) {
    boolean off = text(option).equals("off");
    int value = off ? 0 : number(option, 0, most);
    bounds.put(option, "1 to " + most + ", off");
    return Duration.ofDays(value);
  }

  /// The value as a rate: `200/2000` is 200 a second and 2,000 at once; 0 and `off` turn it off.
  Rate rate(Option option) {
    bounds.put(option, "a second/at once, off");
    return Rate.parse(text(option))
        .orElseGet(() -> {
          problem(option, "takes a rate a second and a burst of at least that, such as 20/100");
          return Rate.UNLIMITED;
        });
  }

  /// The value as networks.
  List<Network> networks(Option option) {
    var networks = new ArrayList<Network>();
    for (String text : list(option)) {
      Network.parse(text)
          .ifPresentOrElse(
              networks::add,
              () -> problem(option, "takes addresses and networks such as 10.0.0.0/8"));
    }
    return List.copyOf(networks);
  }

  /// The value as a length of time within bounds; see [#duration(Option)].
  Duration duration(Option option, Duration least, Duration most) {
    bounds.put(option, words(least) + " to " + words(most));
    Optional<Duration> value = time(option);
    if (value.filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0).isPresent()) {
      return value.get();
    }
    problem(
        option,
        value.isPresent() ? "takes a time from " + words(least) + " to " + words(most) : TIMES);
    return least;
  }

  private static String words(Duration duration) {
    return duration.toSeconds() == 0 ? duration.toMillis() + "ms" : duration.toSeconds() + "s";
  }

  /// The value as a length of time: `500ms`, `20s`, `5m`, `6h`, `30d`; a bare number counts
  /// milliseconds, as PeerServer's options do.
  Duration duration(Option option) {
    Optional<Duration> value = time(option).filter(Duration::isPositive);
    if (value.isEmpty()) {
      problem(option, TIMES);
    }
    return value.orElse(Duration.ofSeconds(1));
  }

  private Optional<Duration> time(Option option) {
    String text = text(option);
    Matcher matcher = DURATION.matcher(text.matches("\\d{1,9}") ? text + "ms" : text);
    return matcher.matches() ? Optional.of(time(matcher)) : Optional.empty();
  }

  private static Duration time(Matcher matcher) {
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /// The value as true or false.
  boolean flag(Option option) {
    return switch (text(option)) {
      case "true" -> true;
      case "false" -> false;
      default -> {
        problem(option, "takes true or false");
        yield false;
      }
    };
  }

  /// The bounds of an option whose value was read, in words; empty when it has none.
  public Optional<String> bounds(Option option) {
    return Optional.ofNullable(bounds.get(option));
  }

  /// Notes that a value cannot be used; the value is not repeated, it may be a secret.
  void problem(Option option, String what) {
    problems.add(option.environment() + " " + what);
  }

  /// All that is wrong, each in one line; to be asked after every value was read.
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
