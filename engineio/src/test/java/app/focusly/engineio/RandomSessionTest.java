package app.focusly.engineio;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomSessionTest {

  @Property(tries = 3_000)
  void keepsItsPromisesWhateverHappens(
      @ForAll boolean webSocket,
      @ForAll("reactions") SessionInput reaction,
      @ForAll("inputs") List<SessionInput> inputs) {
    var session = new RandomSession(webSocket);
    session.onMessage(reaction);
    inputs.forEach(session::apply);
    session.endByItself();
  }

  @Property
  void randomTextEndsASessionAtMost(
      @ForAll boolean webSocket, @ForAll("frames") List<String> frames) {
    var session = new RandomSession(webSocket);
    for (String frame : frames) {
      session.apply(webSocket ? new SessionInput.Text(frame) : new SessionInput.Post(frame));
    }
    session.endByItself();
  }

  @Provide
  Arbitrary<List<SessionInput>> inputs() {
    return SessionInput.any().list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<SessionInput> reactions() {
    return SessionInput.any();
  }

  @Provide
  Arbitrary<List<String>> frames() {
    return PacketArbitraries.frames().list().ofMaxSize(20);
  }
}
