package app.focusly.room.journal;

import org.jspecify.annotations.Nullable;

/// The order to overwrite earlier events. The events stay, so that no gap appears.
///
/// @param scope which events
/// @param body the JSON object that replaces theirs, or null to leave them
/// @param unnamed a member whose id stands in their bodies no more, or null
/// @param anonymous whether it is forgotten whose doing they were
/// @param voidsSnapshots whether what is overwritten must be in no snapshot either
public record Redaction(
    Scope scope,
    @Nullable String body,
    @Nullable String unnamed,
    boolean anonymous,
    boolean voidsSnapshots) {

  /// Which events an order is for.
  ///
  /// @param from the first event
  /// @param to the last event
  /// @param type only events of this type, or null for all of them
  /// @param actor only events of this one's doing, or null
  /// @param about only events whose body names this one as its `memberId`, or null
  public record Scope(
      long from, long to, @Nullable String type, @Nullable String actor, @Nullable String about) {
    public Scope {
      if (from < 1 || to < from) {
        throw new IllegalArgumentException("not a range of events");
      }
    }

    /// All events of these.
    public static Scope of(long from, long to) {
      return new Scope(from, to, null, null, null);
    }

    /// Those of this type alone.
    public Scope ofType(String only) {
      return new Scope(from, to, only, actor, about);
    }

    /// Those of this one's doing alone.
    public Scope by(String only) {
      return new Scope(from, to, type, only, about);
    }

    /// Those that name this one as their `memberId` alone.
    public Scope naming(String only) {
      return new Scope(from, to, type, actor, only);
    }

    /// The text that a body must have in it, as every body is written by this program: no text of a
    /// member looks like it, since its quotes are escaped. Null when any body will do.
    public @Nullable String bodyText() {
      return about == null ? null : "\"memberId\":\"" + about + '"';
    }

    private boolean covers(JournalEvent event) {
      String text = bodyText();
      return from <= event.seq()
          && event.seq() <= to
          && (type == null || type.equals(event.type()))
          && (actor == null || actor.equals(event.actor()))
          && (text == null || event.body().contains(text));
    }
  }

  public Redaction {
    if (body != null && body.length() > JournalEvent.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("not a redaction");
    }
  }

  /// Overwrites events, so that nothing is left of what they were.
  public Redaction(long from, long to, @Nullable String type, String body) {
    this(new Scope(from, to, type, null, null), body, null, false, true);
  }

  /// Overwrites events, so that nothing is left of what they were.
  public static Redaction of(Scope scope, String body) {
    return new Redaction(scope, body, null, false, true);
  }

  /// Overwrites one event, so that nothing is left of what it was.
  public static Redaction of(long seq, String body) {
    return of(Scope.of(seq, seq), body);
  }

  /// Forgets whose doing events were.
  public static Redaction anonymous(Scope scope) {
    return new Redaction(scope, null, null, true, true);
  }

  /// Lets events name nobody where they named a member. Whatever else they say stays.
  public static Redaction unnaming(Scope scope, String memberId) {
    return new Redaction(scope, null, memberId, false, true);
  }

  /// The member's id as it stands in bodies, where quotes inside of a text are escaped. Null when
  /// nobody is unnamed.
  public @Nullable String unnamedText() {
    return unnamed == null ? null : quoted(unnamed);
  }

  /// What stands there instead.
  public static String nobodyText() {
    return quoted(JournalEvent.FORGOTTEN);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  /// Brings one event up to date. What it was is no secret: snapshots may hold it, and are right
  /// with the events after them.
  public static Redaction update(long seq, String body) {
    return new Redaction(Scope.of(seq, seq), body, null, false, false);
  }

  /// The first event that it may be for.
  public long from() {
    return scope.from();
  }

  /// The last event that it may be for.
  public long to() {
    return scope.to();
  }

  /// The event as it is after this.
  public JournalEvent apply(JournalEvent event) {
    if (!scope.covers(event)) {
      return event;
    }
    String replaced = body == null ? event.body() : body;
    String text = unnamedText();
    return event.with(
        text == null ? replaced : replaced.replace(text, nobodyText()),
        anonymous ? JournalEvent.FORGOTTEN : event.actor());
  }
}
