package app.focusly.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RandomIdsTest {
  /// What `peerjs` takes as an id.
  private static final String PEERJS_ID = "[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*";

  /// One of thirteen ids used to begin or end with a hyphen or underscore, or to have two in a row,
  /// so that a page which called its peer by its socket's id got `invalid-id`.
  @Test
  void everyIdIsOneThatPeerJsTakes() {
    List<String> ids =
        Stream.generate(RandomIds.alphanumeric(new SecureRandom())).limit(2_000).toList();
    assertThat(ids).allMatch(id -> id.length() == 20 && id.matches(PEERJS_ID));
    assertThat(ids).doesNotHaveDuplicates();
  }
}
