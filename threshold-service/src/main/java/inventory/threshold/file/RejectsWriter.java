package inventory.threshold.file;

import com.fasterxml.jackson.core.JsonGenerator;
import inventory.model.inbox.RejectsFile;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes rejected entries as a threshold file, each with a member for the reason. A person can
 * correct the file and drop it again as it is.
 */
public final class RejectsWriter implements RejectsFile.Writer<RejectedEntry> {

  private final JsonGenerator json;

  /** Writes to a stream, which {@link #close} closes. */
  public RejectsWriter(OutputStream out) throws IOException {
    json = ListDocument.begin(out, Fields.LIST);
  }

  /** Appends an entry. */
  @Override
  public void write(RejectedEntry rejected) throws IOException {
    Reject reject = rejected.reject();
    json.writeStartObject();
    for (Entry.Member member : rejected.entry().members()) {
      // The new reason replaces an earlier one.
      if (!member.name().equals(Fields.REJECTED)) {
        json.writeFieldName(member.name());
        JsonNodeTreeCodec.getInstance().writeTree(json, member.value());
      }
    }
    json.writeObjectFieldStart(Fields.REJECTED);
    json.writeNumberField("Index", reject.index());
    json.writeStringField("Field", reject.field());
    json.writeStringField("Reason", reject.reason());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Completes the file; a second call does nothing. */
  @Override
  public void close() throws IOException {
    ListDocument.complete(json);
  }
}
