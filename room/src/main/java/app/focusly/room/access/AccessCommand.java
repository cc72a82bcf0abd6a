package app.focusly.room.access;

import app.focusly.room.MemberId;
import org.jspecify.annotations.Nullable;

/// What changes who may do what in a room.
public sealed interface AccessCommand {

  /// The server makes the room.
  ///
  /// @param name of the room, or null
  record Create(Template template, @Nullable RoomName name, MemberId owner)
      implements AccessCommand {}

  /// The member has shown the room's owner key to the server.
  record AddOwner(MemberId memberId) implements AccessCommand {}

  /// Other settings are wanted.
  record Configure(SettingsChange change) implements AccessCommand, PermittedCommand {
    @Override
    public Permission permission() {
      return Permission.CONFIGURE;
    }
  }

  /// Something is to be done with one member.
  sealed interface Moderating extends AccessCommand, PermittedCommand {
    /// With whom.
    MemberId memberId();

    @Override
    default Permission permission() {
      return Permission.MODERATE;
    }
  }

  /// Something is to be done with a member who may wait at the door.
  sealed interface AtDoor extends Moderating {

    /// The same, with what the door knows of the member; null when they do not wait.
    AccessCommand with(@Nullable Waiting waiting);
  }

  /// The member may come in.
  ///
  /// @param waiting as they wait at the door; null when they do not
  record Admit(MemberId memberId, @Nullable Waiting waiting) implements AtDoor {
    @Override
    public Admit with(@Nullable Waiting found) {
      return new Admit(memberId, found);
    }
  }

  /// The member has to go, and may come again.
  record Remove(MemberId memberId) implements Moderating {}

  /// The member has to go, and may not come again.
  ///
  /// @param waiting as they wait at the door; null when they do not
  record Ban(MemberId memberId, @Nullable Waiting waiting) implements AtDoor {
    @Override
    public Ban with(@Nullable Waiting found) {
      return new Ban(memberId, found);
    }
  }

  /// The member may come again.
  record Unban(MemberId memberId) implements Moderating {}

  /// The member becomes an owner in the sender's stead.
  record HandOver(MemberId memberId) implements Moderating {
    @Override
    public Permission permission() {
      return Permission.HAND_OVER;
    }
  }

  /// The member may not come in, for now. Nothing lasting comes of it.
  ///
  /// @param waiting as they wait at the door; null when they do not
  record Reject(MemberId memberId, @Nullable Waiting waiting) implements AtDoor {
    @Override
    public Reject with(@Nullable Waiting found) {
      return new Reject(memberId, found);
    }
  }

  /// The member's microphone is to be off, or may be on again. Nothing lasting comes of it.
  record Mute(MemberId memberId, boolean on) implements Moderating {}
}
