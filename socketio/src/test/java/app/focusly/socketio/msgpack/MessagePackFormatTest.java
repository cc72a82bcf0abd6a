package app.focusly.socketio.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.focusly.engineio.Packet;
import app.focusly.socketio.MalformedSocketPacketException;
import app.focusly.socketio.SocketPacket;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The port takes a format that stock clients have: bytes as `socket.io-msgpack-parser` 3.0.2 wrote
/// them.
class MessagePackFormatTest {
  private static final HexFormat HEX = HexFormat.of();
  private final MessagePackFormat format = new MessagePackFormat();

  @ParameterizedTest
  @CsvSource({
    "83a47479706500a36e7370a12fa464617461d40000," + " 'Connect[namespace=/, payload=null]'",
    "83a47479706500a36e7370a62f61646d696ea46461746181a5746f6b656ea174,"
        + " 'Connect[namespace=/admin, payload={\"token\":\"t\"}]'",
    "82a47479706501a36e7370a12f, Disconnect[namespace=/]",
    "84a47479706502a36e7370a12fa46461746198a16501ffcb3ff8000000000000a2c3a4c3c081a1619101"
        + "a76f7074696f6e7381a8636f6d7072657373c3,"
        + " 'Event[namespace=/, id=OptionalLong.empty,"
        + " arguments=[\"e\",1,-1,1.5,\"ä\",true,null,{\"a\":[1]}]]'",
    "85a47479706502a36e7370a22f78a46461746192a165c4020102a2696407"
        + "a76f7074696f6e7381a8636f6d7072657373c3,"
        + " 'Event[namespace=/x, id=OptionalLong[7], arguments=[\"e\",\"AQI=\"]]'",
    "84a47479706503a36e7370a12fa46461746190a26964cd012c,"
        + " 'Ack[namespace=/, id=300, arguments=[]]'",
    "83a47479706504a36e7370a12fa46461746181a76d657373616765a26e6f,"
        + " 'ConnectError[namespace=/, payload={\"message\":\"no\"}]'"
  })
  void readsWhatStockClientsWrite(String hex, String packet) {
    assertThat(format.binary(HEX.parseHex(hex))).hasToString(packet);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "83a47479706500a36e7370a62f61646d696ea46461746181a5746f6b656ea174",
        "82a47479706501a36e7370a12f",
        "84a47479706503a36e7370a12fa46461746190a26964cd012c",
        "83a47479706504a36e7370a12fa46461746181a76d657373616765a26e6f",
        "84a47479706502a36e7370a22f78a46461746192a165c4020102a2696407"
      })
  void writesWhatStockClientsRead(String hex) {
    SocketPacket packet = format.binary(HEX.parseHex(hex));
    assertThat(format.encode(packet))
        .singleElement()
        .extracting(message -> HEX.formatHex(((Packet.Binary) message).data()))
        .isEqualTo(hex);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "c1", "81a47479706505", "82a47479706502a36e7370a12f", "84a474797065"})
  void refusesWhatIsNoPacket(String hex) {
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> format.binary(HEX.parseHex(hex)));
  }

  @Test
  void refusesText() {
    assertThatExceptionOfType(MalformedSocketPacketException.class)
        .isThrownBy(() -> format.text("0"));
  }
}
