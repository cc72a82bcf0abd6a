package app.focusly.store;

import org.jspecify.annotations.Nullable;

/// What is kept of a member.
///
/// @param name that they went by last; null when there is none
/// @param rooms in which they were, or that are theirs
/// @param messages that they wrote
public record Kept(@Nullable String name, long rooms, long messages) {}
