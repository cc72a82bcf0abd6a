package app.focusly.room.access;

import org.jspecify.annotations.Nullable;

/// Which of a room's settings are to be others; null stays as it is.
public record SettingsChange(
    @Nullable Audience timer,
    @Nullable Audience chat,
    @Nullable Audience screen,
    @Nullable Boolean unmute,
    @Nullable Boolean locked,
    @Nullable Entry entry) {

  RoomSettings applyTo(RoomSettings settings) {
    return new RoomSettings(
        timer == null ? settings.timer() : timer,
        chat == null ? settings.chat() : chat,
        screen == null ? settings.screen() : screen,
        unmute == null ? settings.unmute() : unmute,
        locked == null ? settings.locked() : locked,
        entry == null ? settings.entry() : entry);
  }
}
