import org.jspecify.annotations.NullMarked;

/// Rooms and who is in them: commands in, effects out, without IO, clock, thread or randomness.
@NullMarked
module app.focusly.room {
  requires static org.jspecify;
  requires transitive com.fasterxml.jackson.databind;

  exports app.focusly.room;
  exports app.focusly.room.access;
  exports app.focusly.room.chat;
  exports app.focusly.room.goal;
  exports app.focusly.room.history;
  exports app.focusly.room.journal;
  exports app.focusly.room.ledger;
  exports app.focusly.room.media;
  exports app.focusly.room.member;
  exports app.focusly.room.note;
  exports app.focusly.room.presence;
  exports app.focusly.room.standup;
  exports app.focusly.room.task;
  exports app.focusly.room.timer;
}
