package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeQueryTest {

  @Test
  void readsWhatTheClientSends() {
    assertThat(Handshake.ofQuery("key=peerjs&id=alice&token=abc&version=1.5.5"))
        .isEqualTo(new Handshake("alice", "abc", "peerjs"));
  }

  @Test
  void lastDuplicateWins() {
    assertThat(Handshake.ofQuery("id=a&token=t&key=k&id=b"))
        .isEqualTo(new Handshake("b", "t", "k"));
    assertThat(Handshake.ofQuery("id=a&id=").id()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id=a+b | a b",
        "id=a%20b | a b",
        "id=a%2Bb | a+b",
        "id=%E6%97%A5 | 日",
        "id=日 | 日",
        "id=100% | 100%",
        "id=%4 | %4",
        "id=%zz | %zz",
        "id=a=b | a=b",
        "%69d=a | a",
        "&&id=a& | a",
        "id=%FF | \uFFFD",
      })
  void decodesAsBrowsersEncode(String query, String id) {
    assertThat(Handshake.ofQuery(query).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"''", "id", "id=", "=alice", "&", "ID=alice"})
  void whatIsNotSaidIsEmpty(String query) {
    assertThat(Handshake.ofQuery(query)).isEqualTo(new Handshake("", "", ""));
  }

  @Test
  void doesNotPrintItsToken() {
    assertThat(new Handshake("alice", "secret", "peerjs").toString())
        .contains("alice")
        .doesNotContain("secret");
  }
}
