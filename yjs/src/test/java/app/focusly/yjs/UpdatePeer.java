package app.focusly.yjs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// What a program in another language compares itself with: a line in, such as `diff <update>
/// <state vector>` in Base64, a line out. A refusal is a line that begins with `!`.
final class UpdatePeer {

  private UpdatePeer() {}

  public static void main(String[] args) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
      System.out.flush();
    }
  }

  private static String answer(String line) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    List<byte[]> arguments =
        words.subList(1, words.size()).stream().map(Base64.getDecoder()::decode).toList();
    try {
      return Base64.getEncoder().encodeToString(answer(words.getFirst(), arguments));
    } catch (InvalidUpdateException refusal) {
      return "!" + refusal.getMessage();
    }
  }

  private static byte[] answer(String question, List<byte[]> arguments) {
    return switch (question) {
      case "merge" -> Updates.merge(arguments);
      case "diff" -> Updates.diff(arguments.getFirst(), arguments.getLast());
      case "state-vector" -> Updates.stateVector(arguments.getFirst());
      case "without-deleted" -> Updates.withoutDeletedContent(arguments.getFirst());
      case "document" -> DocumentJson.of(Document.of(arguments.getFirst())).getBytes(UTF_8);
      default -> throw new IllegalArgumentException(question);
    };
  }
}
