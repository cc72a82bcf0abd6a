package app.focusly.server.note;

/// What a client gets that begins to follow a note. Nobody changes the bytes.
///
/// @param update what it has not got
/// @param stateVector what the server has
/// @param bytes of the whole note
/// @param full whether hardly anything fits into it any more
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record SyncAnswer(byte[] update, byte[] stateVector, int bytes, boolean full) {}
