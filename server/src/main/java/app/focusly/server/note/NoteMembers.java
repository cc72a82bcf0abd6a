package app.focusly.server.note;

import app.focusly.room.MemberId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Who is in a note, each once, in order of coming.
public record NoteMembers(long noteId, List<MemberId> members) {

  public NoteMembers {
    members = List.copyOf(members);
  }

  /// As `note-members` tells it.
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("noteId", noteId);
    ArrayNode ids = json.putArray("members");
    members.forEach(member -> ids.add(member.value()));
    return json;
  }
}
