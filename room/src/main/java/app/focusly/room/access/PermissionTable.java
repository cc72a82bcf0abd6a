package app.focusly.room.access;

import app.focusly.room.member.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// Who may do what: the one place that says so. The page `docs/protocol/access.md` shows it.
public final class PermissionTable {

  /// What stands in one cell.
  public enum Cell {
    /// Always.
    YES("yes"),
    /// Never.
    NO("no"),
    /// When the setting `timer` is `everyone`.
    TIMER("`timer`"),
    /// When the setting `chat` is `everyone`.
    CHAT("`chat`"),
    /// When the setting `screen` is `everyone`.
    SCREEN("`screen`"),
    /// When the setting `unmute` is on.
    UNMUTE("`unmute`");

    private final String text;

    Cell(String text) {
      this.text = text;
    }

    /// As the page shows it: the setting that it depends on by its name.
    public String text() {
      return text;
    }

    boolean allows(RoomSettings settings) {
      return switch (this) {
        case YES -> true;
        case NO -> false;
        case TIMER -> settings.timer() == Audience.EVERYONE;
        case CHAT -> settings.chat() == Audience.EVERYONE;
        case SCREEN -> settings.screen() == Audience.EVERYONE;
        case UNMUTE -> settings.unmute();
      };
    }
  }

  /// One permission's cells.
  ///
  /// @param unowned of everyone in a room that has no owner
  public record Row(Cell owner, Cell member, Cell guest, Cell unowned) {

    Cell of(Role role, boolean owned) {
      if (!owned) {
        return unowned;
      }
      return switch (role) {
        case OWNER -> owner;
        case MEMBER -> member;
        case GUEST -> guest;
      };
    }
  }

  private static final Map<Permission, Row> ROWS = new EnumMap<>(Permission.class);

  static {
    ROWS.put(Permission.CHAT, new Row(Cell.YES, Cell.CHAT, Cell.CHAT, Cell.YES));
    ROWS.put(Permission.MODERATE_CHAT, new Row(Cell.YES, Cell.NO, Cell.NO, Cell.NO));
    ROWS.put(Permission.EDIT_NOTES, new Row(Cell.YES, Cell.YES, Cell.YES, Cell.YES));
    ROWS.put(Permission.CONTROL_TIMER, new Row(Cell.YES, Cell.TIMER, Cell.TIMER, Cell.YES));
    ROWS.put(Permission.SHARE_SCREEN, new Row(Cell.YES, Cell.SCREEN, Cell.SCREEN, Cell.YES));
    ROWS.put(Permission.UNMUTE, new Row(Cell.YES, Cell.UNMUTE, Cell.UNMUTE, Cell.YES));
    ROWS.put(Permission.CONFIGURE, new Row(Cell.YES, Cell.NO, Cell.NO, Cell.NO));
    ROWS.put(Permission.MODERATE, new Row(Cell.YES, Cell.NO, Cell.NO, Cell.NO));
    ROWS.put(Permission.HAND_OVER, new Row(Cell.YES, Cell.NO, Cell.NO, Cell.NO));
  }

  private PermissionTable() {}

  /// One permission's cells.
  public static Row row(Permission permission) {
    return Objects.requireNonNull(ROWS.get(permission), "every permission has a row");
  }

  /// Whether somebody of this role may.
  ///
  /// @param owned whether the room has an owner
  public static boolean allows(
      Permission permission, Role role, boolean owned, RoomSettings settings) {
    return row(permission).of(role, owned).allows(settings);
  }
}
