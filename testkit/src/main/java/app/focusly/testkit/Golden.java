package app.focusly.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the example messages in the repository's `protocol` folder, which the tests of the server
/// and of the web app share. A file is an array of objects, each with a `name` of its own.
public final class Golden {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Golden() {}

  /// One example of a file; as text it is its name, so that a failed test says which.
  public record Example(String name, JsonNode value) {

    /// A field that this example must have.
    public JsonNode get(String field) {
      return value.required(field);
    }

    /// The text of a field that this example must have.
    public String text(String field) {
      return get(field).textValue();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// The examples of a file, such as `engineio/packets.json`.
  ///
  /// @throws IllegalStateException when it holds none, or two of one name
  public static Stream<Example> examples(String file) {
    var names = new HashSet<String>();
    var examples =
        StreamSupport.stream(read(file).spliterator(), false)
            .map(value -> new Example(value.required("name").textValue(), value))
            .toList();
    examples.forEach(example -> names.add(example.name()));
    if (examples.isEmpty() || names.size() != examples.size()) {
      throw new IllegalStateException(file + " needs examples, each with its own name");
    }
    return examples.stream();
  }

  private static JsonNode read(String file) {
    try {
      return MAPPER.readTree(Files.readString(folder().resolve(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Tests run in their module's folder, or in the repository's.
  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      Path folder = at.resolve("protocol");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new IllegalStateException("no protocol folder in or above " + here);
  }
}
