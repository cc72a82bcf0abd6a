/// Rooms on their event loops, and the Socket.IO events that reach them.
@NullMarked
package app.focusly.server.room;

import org.jspecify.annotations.NullMarked;
