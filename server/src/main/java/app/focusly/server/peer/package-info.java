/// The PeerJS broker's HTTP routes and sockets.
@NullMarked
package app.focusly.server.peer;

import org.jspecify.annotations.NullMarked;
