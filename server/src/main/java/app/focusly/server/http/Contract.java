package app.focusly.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The OpenAPI file: what the REST routes promise, and what they take. Used from every loop.
///
/// A schema is made ready when the first body is to be checked by it, off the loops, as that takes
/// a tenth of a second.
final class Contract {
  private static final String FILE = "openapi.json";

  private final Vertx vertx;
  private final String text;
  private final Map<String, Future<Validator>> validators = new ConcurrentHashMap<>();

  private Contract(Vertx vertx, String text) {
    this.vertx = vertx;
    this.text = text;
  }

  static Contract load(Vertx vertx) {
    try (InputStream file =
        Objects.requireNonNull(Contract.class.getResourceAsStream(FILE), "no " + FILE)) {
      return new Contract(vertx, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file as it is served.
  String text() {
    return text;
  }

  /// What is wrong with a body, if something is.
  ///
  /// @param schema a name among the file's schemas
  Future<Optional<Problem>> check(String schema, JsonObject body) {
    return validators
        .computeIfAbsent(schema, name -> vertx.executeBlocking(() -> validator(name), false))
        .map(validator -> problem(validator.validate(body)));
  }

  private Validator validator(String name) {
    var schema =
        new JsonObject()
            .put("$ref", "#/components/schemas/" + name)
            .put("components", new JsonObject(text).getJsonObject("components"));
    var options =
        new JsonSchemaOptions()
            .setBaseUri("https://focusly.invalid/")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    return Validator.create(JsonSchema.of(schema), options);
  }

  private static Optional<Problem> problem(OutputUnit result) {
    if (Boolean.TRUE.equals(result.getValid())) {
      return Optional.empty();
    }
    List<OutputUnit> errors = Objects.requireNonNullElse(result.getErrors(), List.of());
    String path =
        errors.stream()
            .map(error -> error.getInstanceLocation().replaceFirst("^#/?", "").replace('/', '.'))
            .max(Comparator.comparingLong(Contract::depth))
            .orElse("");
    return Optional.of(Problem.ofBody(path, "The body is not as the contract says."));
  }

  private static long depth(String path) {
    return path.isEmpty() ? -1 : path.chars().filter(letter -> letter == '.').count();
  }
}
