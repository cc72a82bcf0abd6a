package app.focusly.engineio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a client does, a session keeps its promises, ends by itself, and leaves nobody waiting.
class SessionFuzzTest {

  @MethodSource("scripts")
  @FuzzTest
  void keepsItsPromises(byte[] script) {
    var happening = new SessionScript(script);
    var session = new RandomSession(happening.webSocket());
    session.onMessage(happening.reaction());
    happening.inputs().forEach(session::apply);
    session.endByItself();
  }

  static Stream<byte[]> scripts() {
    return Stream.of(
            "p\n.\ng\n.\np4hello\nsworld\n.\ng\ns1\ns2\n.\n+100",
            "p\n.\ng\n.\ng\nu\nt2probe\n.\n+100\nt5\n.\nt4hello\nsworld\nb\nx",
            "p\nsecho\ng\n.\np4a\u001e4b\u001ebAQ==\u001e3\n.\ng\na",
            "p\n.\ng\n.\ng\ng",
            "p\n.\np1\ng",
            "p\n.\ng\n.\ncping timeout\n+100\ng",
            "p\n.\nf\ng\na0",
            "w\n.\nt4hello\nb\ns1\nSbytes\n+200\n.\n+100\nt3\n+200\n.\n+200",
            "w\nc\nt4hello\nt4late\ny999\ns1",
            "w\n.\nt2\nt1")
        .map(script -> script.getBytes(StandardCharsets.UTF_8));
  }
}
