package app.focusly.room.chat;

/// How much the chat of a room takes.
///
/// @param message the most code points of one message
/// @param reactionKinds different emojis on one message
/// @param reactions on one message, all emojis and members together
public record ChatLimits(int message, int reactionKinds, int reactions) {
  /// With as many reactions of members with the longest ids, a message still fits one event.
  public static final int MAX_MESSAGE = 4_000;

  public static final int MAX_REACTION_KINDS = 20;
  public static final int MAX_REACTIONS = 200;

  /// The most members that one message mentions.
  public static final int MENTIONS = 20;

  public static final ChatLimits DEFAULT =
      new ChatLimits(MAX_MESSAGE, MAX_REACTION_KINDS, MAX_REACTIONS);

  public ChatLimits {
    if (!isWithin(message, MAX_MESSAGE)
        || !isWithin(reactionKinds, MAX_REACTION_KINDS)
        || !isWithin(reactions, MAX_REACTIONS)) {
      throw new IllegalArgumentException("limits of the chat are out of bounds");
    }
  }

  private static boolean isWithin(int value, int max) {
    return value >= 1 && value <= max;
  }
}
