/// What a room's notes say, for people and programs that have no editor for them.
@NullMarked
package app.focusly.server.note;

import org.jspecify.annotations.NullMarked;
