package app.focusly.engineio;

import java.util.Optional;

/// Why a request is refused: what the client is told, and beyond that what only the server should
/// know. Some hold what a client sent, or its secret: not for logs.
public sealed interface Refusal {

  /// The transport is none, or not one of those that are let in.
  record UnknownTransport(String transport) implements Refusal {
    @Override
    public EngineError error() {
      return EngineError.UNKNOWN_TRANSPORT;
    }
  }

  /// The session ended, or the server started anew.
  record UnknownSession(String sid) implements Refusal {
    @Override
    public EngineError error() {
      return EngineError.UNKNOWN_SESSION;
    }
  }

  /// A session begins with GET.
  record BadHandshakeMethod(String method) implements Refusal {
    @Override
    public EngineError error() {
      return EngineError.BAD_HANDSHAKE_METHOD;
    }
  }

  /// The `Origin` header holds characters that none may hold.
  record InvalidOrigin(String origin) implements BadRequest {
    @Override
    public Optional<String> name() {
      return Optional.of("INVALID_ORIGIN");
    }
  }

  /// The request is of another transport than its session.
  record TransportMismatch(Transport transport, Transport previous) implements BadRequest {
    @Override
    public Optional<String> name() {
      return Optional.of("TRANSPORT_MISMATCH");
    }
  }

  /// The request is of another protocol revision than its session.
  record ProtocolMismatch(String protocol) implements BadRequest {
    @Override
    public Optional<String> name() {
      return Optional.of("PROTOCOL_MISMATCH");
    }
  }

  /// A transport that begins in another way than it should.
  record TransportHandshake() implements BadRequest {
    @Override
    public Optional<String> name() {
      return Optional.of("TRANSPORT_HANDSHAKE_ERROR");
    }
  }

  /// One of the server's own request handlers failed.
  record MiddlewareFailure(Throwable cause) implements BadRequest {
    @Override
    public Optional<String> name() {
      return Optional.of("MIDDLEWARE_FAILURE");
    }
  }

  /// The server could not name the session.
  record IdGeneration(Throwable cause) implements BadRequest {
    @Override
    public Optional<String> name() {
      return Optional.of("ID_GENERATION_ERROR");
    }
  }

  /// A second poll or body beside the first.
  record Overlap() implements BadRequest {}

  /// A body that holds no packets.
  record MalformedBody() implements BadRequest {}

  /// A method that a session has no use for.
  record UnknownMethod(String method) implements BadRequest {}

  /// The body is too large.
  record PayloadTooLarge() implements Refusal {
    @Override
    public EngineError error() {
      return EngineError.PAYLOAD_TOO_LARGE;
    }
  }

  /// The server does not take this client.
  ///
  /// @param message what the client is told about it
  record Forbidden(String message) implements Refusal {
    @Override
    public EngineError error() {
      return EngineError.FORBIDDEN;
    }
  }

  /// A handshake of another protocol revision.
  record UnsupportedVersion(String protocol) implements Refusal {
    @Override
    public EngineError error() {
      return EngineError.UNSUPPORTED_PROTOCOL_VERSION;
    }
  }

  /// The server is full, or the client or its address has or asks for more than it may.
  ///
  /// @param error which of the two
  /// @param retryMillis after which another try may be worth it; 0 when there is none
  record Limited(EngineError error, long retryMillis) implements Refusal {}

  /// What the protocol has but one word for.
  sealed interface BadRequest extends Refusal {
    @Override
    default EngineError error() {
      return EngineError.BAD_REQUEST;
    }
  }

  /// What the client is told.
  EngineError error();

  /// The words that go with it.
  default String message() {
    return this instanceof Forbidden forbidden ? forbidden.message() : error().message();
  }

  /// The reference implementation's name for it, where one number has several reasons.
  default Optional<String> name() {
    return Optional.empty();
  }

  /// The body of the refusal on a polling request.
  default String json() {
    return "{\"code\":" + error().code() + ",\"message\":" + JsonText.quote(message()) + "}";
  }
}
