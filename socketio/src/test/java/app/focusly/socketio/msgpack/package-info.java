/// Another format, written with what the module gives to everyone.
@NullMarked
package app.focusly.socketio.msgpack;

import org.jspecify.annotations.NullMarked;
