package app.focusly.room.chat;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is remembered of a message that is no more among the last ones: its newest state, as far as
/// events told it.
sealed interface Touch {

  /// A message as the journal had it, brought up to date.
  Message on(Message original);

  /// With one more change.
  Touch then(Change change);

  /// The message, if all of it is remembered.
  default Optional<Message> whole() {
    return Optional.empty();
  }

  /// All of it: it was among the last ones until a moment ago.
  record Whole(Message message) implements Touch {
    @Override
    public Message on(Message original) {
      return message;
    }

    @Override
    public Touch then(Change change) {
      return new Whole(change.on(message));
    }

    @Override
    public Optional<Message> whole() {
      return Optional.of(message);
    }
  }

  /// What changed lately; each part replaces what the message had.
  record Change(
      @Nullable String text,
      Message.@Nullable Edit edit,
      @Nullable Reactions reactions,
      boolean deleted)
      implements Touch {

    static Change edited(String text, Message.Edit edit) {
      return new Change(text, edit, null, false);
    }

    static Change reacted(Reactions reactions) {
      return new Change(null, null, reactions, false);
    }

    static Change emptied() {
      return new Change(null, null, null, true);
    }

    /// The change as it names nobody in the place of these members.
    Change unnaming(Set<String> members) {
      return new Change(
          text, edit, reactions == null ? null : reactions.unnaming(members), deleted);
    }

    @Override
    public Message on(Message original) {
      if (deleted) {
        return original.emptied();
      }
      UnaryOperator<Message> editing =
          text == null || edit == null ? message -> message : message -> message.edited(text, edit);
      Message edited = editing.apply(original);
      return reactions == null ? edited : edited.reacted(reactions);
    }

    @Override
    public Change then(Change change) {
      return new Change(
          change.text == null ? text : change.text,
          change.edit == null ? edit : change.edit,
          change.reactions == null ? reactions : change.reactions,
          deleted || change.deleted);
    }
  }
}
