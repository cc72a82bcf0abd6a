package app.focusly.room.chat;

import app.focusly.room.access.Permission;
import app.focusly.room.access.PermittedCommand;
import app.focusly.room.ledger.Found;
import app.focusly.room.ledger.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member wants of the chat. A message is named by the number of the event that sent it.
public sealed interface ChatCommand {

  /// What was looked up in the journal for it; null until then, and when memory has all.
  @Nullable Found found();

  /// The same command with what was looked up.
  ChatCommand with(Found looked);

  /// What changes something.
  sealed interface Change extends ChatCommand, PermittedCommand {
    @Override
    default Permission permission() {
      return Permission.CHAT;
    }
  }

  /// Sends a message.
  ///
  /// @param replyTo the message that it answers; 0 when there is none
  /// @param mentions ids of members
  record Send(String text, long replyTo, List<String> mentions, @Nullable Found found)
      implements Change {
    public Send {
      mentions = List.copyOf(mentions);
    }

    @Override
    public Send with(Found looked) {
      return new Send(text, replyTo, mentions, looked);
    }
  }

  /// Gives one's message another text.
  record Edit(long messageId, String text, @Nullable Found found) implements Change {
    @Override
    public Edit with(Found looked) {
      return new Edit(messageId, text, looked);
    }
  }

  /// Takes a message away: one's own, or as an owner any.
  record Delete(long messageId, @Nullable Found found) implements Change {
    @Override
    public Delete with(Found looked) {
      return new Delete(messageId, looked);
    }
  }

  /// Puts a reaction on a message, or takes one's own off.
  record React(long messageId, Emoji emoji, boolean on, @Nullable Found found) implements Change {
    @Override
    public React with(Found looked) {
      return new React(messageId, emoji, on, looked);
    }
  }

  /// Wants to see the newest messages before one.
  record History(long before, int limit, @Nullable Found found) implements ChatCommand, Question {
    @Override
    public History with(Found looked) {
      return new History(before, limit, looked);
    }
  }
}
