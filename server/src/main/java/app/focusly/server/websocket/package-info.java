/// WebSocket connections on our own Netty pipeline, handed over by the HTTP server.
@NullMarked
package app.focusly.server.websocket;

import org.jspecify.annotations.NullMarked;
