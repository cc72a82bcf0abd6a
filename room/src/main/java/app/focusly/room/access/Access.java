package app.focusly.room.access;

import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.history.Erasure;
import app.focusly.room.journal.JournalEvent;
import app.focusly.room.ledger.Act;
import app.focusly.room.ledger.Decision;
import app.focusly.room.ledger.Draft;
import app.focusly.room.ledger.EventType;
import app.focusly.room.ledger.Feature;
import app.focusly.room.ledger.Forgetting;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whose the room is, how it is set up, and who may come in.
public final class Access
    implements Feature<AccessCommand>, Feature.Guarding, Feature.Reacting, Feature.Forgetful {
  static final String JOINED = "member-joined";
  static final String LEFT = "member-left";

  private static final Description<AccessCommand> DESCRIPTION =
      new Description<>(
          "room",
          2,
          AccessCommand.class,
          AccessEvent.ALL.stream().map(EventType::of).toList(),
          Set.of(JOINED, LEFT, Forgetting.MEMBER));

  /// What is forgotten of it when it is old: who was let in, and who had to go. Owners, bans and
  /// settings are what the room is.
  public static final Set<String> TYPES = Set.of(AccessEvent.ADMITTED, AccessEvent.REMOVED);

  /// What is overwritten when a member is forgotten. See [#react] for owners.
  public static final Erasure.Overwriting OVERWRITING =
      Erasure.naming(
          Set.of(
              AccessEvent.ADMITTED, AccessEvent.REMOVED, AccessEvent.BANNED, AccessEvent.UNBANNED));

  private static final Decision NOTHING = Decision.happens();
  private static final Decision UNKNOWN = new Decision.Refused(AccessRefusals.UNKNOWN_MEMBER);

  private final AccessLimits limits;
  private final AccessState state = new AccessState();

  public Access(AccessLimits limits) {
    this.limits = limits;
  }

  @Override
  public Description<AccessCommand> description() {
    return DESCRIPTION;
  }

  @Override
  public Role role(Act act) {
    return role(act.actor(), act.role());
  }

  /// What a member is in this room.
  ///
  /// @param known what the server knows of them elsewhere
  public Role role(String memberId, Role known) {
    if (state.owners().contains(memberId)) {
      return Role.OWNER;
    }
    return known == Role.OWNER && !memberId.equals(JournalEvent.SYSTEM) ? Role.MEMBER : known;
  }

  /// Whether nobody new may come in.
  public boolean isLocked() {
    return state.settings().locked();
  }

  /// Whether everyone may come in who is not banned.
  public boolean isOpen() {
    return !state.settings().locked() && state.settings().entry() == Entry.FREE;
  }

  @Override
  public Optional<Refusal> obstacle(Object command, Act act) {
    return command instanceof PermittedCommand permitted
        ? obstacle(permitted.permission(), act.role())
        : Optional.empty();
  }

  /// Why somebody of this role may not, if so.
  public Optional<Refusal> obstacle(Permission permission, Role role) {
    return PermissionTable.allows(permission, role, state.isOwned(), state.settings())
        ? Optional.empty()
        : Optional.of(AccessRefusals.NOT_PERMITTED);
  }

  /// What somebody hears who wants to come in. A tab more, a page that reloads, and whoever comes
  /// back within a quarter of an hour, is not new.
  public Entrance entrance(MemberIdentity identity, Instant now) {
    String memberId = identity.memberId().value();
    if (state.owners().contains(memberId)) {
      return new Entrance.Open();
    }
    if (state.bans().containsKey(memberId)) {
      return new Entrance.Closed(AccessRefusals.BANNED);
    }
    if (state.visitors().find(memberId, now).isPresent()) {
      return new Entrance.Open();
    }
    if (state.settings().locked()) {
      return new Entrance.Closed(AccessRefusals.LOCKED);
    }
    return state.settings().entry() == Entry.FREE || state.isAdmitted(memberId)
        ? new Entrance.Open()
        : new Entrance.Waiting();
  }

  @Override
  public Decision decide(AccessCommand command, Act act) {
    return switch (command) {
      case AccessCommand.Create create -> create(create, act);
      case AccessCommand.AddOwner(MemberId memberId) -> addOwner(memberId.value(), act);
      case AccessCommand.Configure(SettingsChange change) -> configure(change);
      case AccessCommand.Admit admit -> admit(admit);
      case AccessCommand.Remove(MemberId memberId) -> remove(memberId.value(), act);
      case AccessCommand.Ban ban -> ban(ban, act);
      case AccessCommand.Unban(MemberId memberId) -> unban(memberId.value());
      case AccessCommand.HandOver(MemberId memberId) -> handOver(memberId.value(), act);
      case AccessCommand.Reject(_, Waiting waiting) -> waiting == null ? UNKNOWN : NOTHING;
      case AccessCommand.Mute(MemberId memberId, _) -> isHere(memberId, act) ? NOTHING : UNKNOWN;
    };
  }

  /// A room is made before anything happens in it, or never: nobody takes over one that others use.
  private static Decision create(AccessCommand.Create create, Act act) {
    return act.seq() == 1
        ? happens(AccessEvent.created(create))
        : new Decision.Refused(AccessRefusals.NOT_PERMITTED);
  }

  private Decision addOwner(String memberId, Act act) {
    if (act.role() == Role.GUEST) {
      return new Decision.Refused(AccessRefusals.GUESTS_OWN_NOTHING);
    }
    if (state.bans().containsKey(memberId)) {
      return new Decision.Refused(AccessRefusals.BANNED);
    }
    if (state.owners().contains(memberId)) {
      return NOTHING;
    }
    return state.owners().size() < limits.owners()
        ? happens(AccessEvent.ownerAdded(memberId))
        : new Decision.Refused(AccessRefusals.TOO_MANY_OWNERS);
  }

  private Decision configure(SettingsChange change) {
    RoomSettings changed = change.applyTo(state.settings());
    return changed.equals(state.settings()) ? NOTHING : happens(AccessEvent.configured(changed));
  }

  private Decision admit(AccessCommand.Admit admit) {
    String memberId = admit.memberId().value();
    if (state.isAdmitted(memberId)) {
      return NOTHING;
    }
    return admit.waiting() == null
        ? UNKNOWN
        : happens(AccessEvent.admitted(memberId, admit.waiting().nameText()));
  }

  private Decision remove(String memberId, Act act) {
    if (state.owners().contains(memberId)) {
      return new Decision.Refused(AccessRefusals.OWNERS_STAY);
    }
    return state
        .visitors()
        .find(memberId, act.now())
        .map(visitor -> happens(AccessEvent.removed(memberId, visitor.name())))
        .orElseGet(() -> UNKNOWN);
  }

  private Decision ban(AccessCommand.Ban ban, Act act) {
    String memberId = ban.memberId().value();
    if (state.owners().contains(memberId)) {
      return new Decision.Refused(AccessRefusals.OWNERS_STAY);
    }
    if (state.bans().containsKey(memberId)) {
      return NOTHING;
    }
    var visitor = state.visitors().find(memberId, act.now());
    if (visitor.isEmpty() && ban.waiting() == null) {
      return UNKNOWN;
    }
    if (state.bans().size() == limits.bans()) {
      return new Decision.Refused(AccessRefusals.TOO_MANY_BANS);
    }
    String name = ban.waiting() == null ? visitor.orElseThrow().name() : ban.waiting().nameText();
    return happens(AccessEvent.banned(memberId, name));
  }

  private Decision unban(String memberId) {
    return state.bans().containsKey(memberId) ? happens(AccessEvent.unbanned(memberId)) : UNKNOWN;
  }

  /// Not to a guest: once that connection ends, nobody could be that owner.
  private Decision handOver(String memberId, Act act) {
    if (memberId.equals(act.actor())) {
      return NOTHING;
    }
    var visitor = state.visitors().find(memberId, act.now());
    if (visitor.isEmpty()) {
      return UNKNOWN;
    }
    return visitor.get().role() == Role.GUEST
        ? new Decision.Refused(AccessRefusals.GUESTS_OWN_NOTHING)
        : happens(AccessEvent.handedOver(memberId, act.actor()));
  }

  private boolean isHere(MemberId memberId, Act act) {
    return state.visitors().find(memberId.value(), act.now()).isPresent();
  }

  private static Decision happens(Draft draft) {
    return new Decision.Happens(List.of(draft));
  }

  /// Nothing is left of one owner; what the others are is told anew.
  @Override
  public List<Draft> react(Recorded recorded, Act act) {
    return recorded.type().equals(Forgetting.MEMBER) && state.hasHadOwners()
        ? List.of(AccessEvent.ownersSet(state, recorded.seq() - 1))
        : List.of();
  }

  @Override
  public void apply(Recorded recorded) {
    state.apply(recorded);
  }

  @Override
  public void forgetThrough(long seq, Instant now) {
    state.forgetThrough(seq, now.toEpochMilli());
  }

  @Override
  public void forgetMember(String memberId) {
    state.forgetMember(memberId);
  }

  @Override
  public ObjectNode snapshot() {
    return state.snapshot();
  }

  @Override
  public void restore(ObjectNode snapshot) {
    state.restore(snapshot);
  }

  @Override
  public ObjectNode view() {
    return state.view();
  }

  static Role role(JsonNode json) {
    return Role.valueOf(json.asText(Role.GUEST.text()).toUpperCase(Locale.ROOT));
  }
}
