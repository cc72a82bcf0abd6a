package app.focusly.room.access;

import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;

/// What somebody hears who may not.
public final class AccessRefusals {
  /// The role does not suffice.
  public static final Refusal NOT_PERMITTED =
      Refusal.of(RefusalCode.NOT_PERMITTED, "You may not do that in this room.");

  /// Whoever comes in waits first.
  public static final Refusal WAITING =
      Refusal.of(
          RefusalCode.WAITING_FOR_ADMISSION, "Somebody must let you in; you will hear of it.");

  /// The key is not this room's.
  public static final Refusal INVALID_OWNER_KEY =
      Refusal.at("ownerKey", RefusalCode.INVALID_OWNER_KEY, "That is not this room's owner key.");

  static final Refusal OWNERS_STAY =
      Refusal.at("memberId", RefusalCode.NOT_PERMITTED, "An owner cannot be sent away.");

  /// A guest cannot be an owner.
  public static final Refusal GUESTS_OWN_NOTHING =
      Refusal.of(
          RefusalCode.NOT_PERMITTED,
          "Only who is known by a cookie can own a room; a guest is not.");

  static final Refusal BANNED =
      Refusal.of(RefusalCode.BANNED, "You cannot come into this room any more.");
  static final Refusal LOCKED =
      Refusal.of(RefusalCode.ROOM_LOCKED, "The room is locked; nobody new comes in.");
  static final Refusal UNKNOWN_MEMBER =
      Refusal.at("memberId", RefusalCode.UNKNOWN_MEMBER, "There is no such member here.");
  static final Refusal TOO_MANY_BANS =
      Refusal.of(RefusalCode.TOO_MANY_BANS, "As many are banned from this room as can be.");
  static final Refusal TOO_MANY_WAITING =
      Refusal.of(RefusalCode.TOO_MANY_WAITING, "As many wait to be let in as can. Try again.");
  static final Refusal TOO_MANY_OWNERS =
      Refusal.of(RefusalCode.TOO_MANY_OWNERS, "The room has as many owners as it can.");

  private AccessRefusals() {}
}
