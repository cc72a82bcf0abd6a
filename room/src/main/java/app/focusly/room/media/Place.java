package app.focusly.room.media;

import app.focusly.room.MemberId;
import app.focusly.room.UserId;
import org.jspecify.annotations.Nullable;

/// What a publisher's place belongs to, so that a page that reloads keeps it.
///
/// @param memberId null for guests, whom nothing but the user id tells apart. It is there for
///   everyone else, so that declaring somebody's user id does not take their place.
public record Place(UserId userId, @Nullable MemberId memberId) {}
