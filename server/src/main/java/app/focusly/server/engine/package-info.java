/// Engine.IO sessions on the server's event loops, over polling and WebSocket.
@NullMarked
package app.focusly.server.engine;

import org.jspecify.annotations.NullMarked;
