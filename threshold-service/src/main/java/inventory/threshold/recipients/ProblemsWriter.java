package inventory.threshold.recipients;

import com.fasterxml.jackson.core.JsonGenerator;
import inventory.model.inbox.RejectsFile;
import inventory.model.recipients.InvalidRecipientsException.Problem;
import inventory.threshold.file.ListDocument;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the problems of a file as a JSON document, each with its line and column. */
final class ProblemsWriter implements RejectsFile.Writer<Problem> {

  private final JsonGenerator json;

  /** Writes to a stream, which {@link #close} closes. */
  ProblemsWriter(OutputStream out) throws IOException {
    json = ListDocument.begin(out, "problems");
  }

  @Override
  public void write(Problem problem) throws IOException {
    json.writeStartObject();
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("field", problem.field());
    json.writeStringField("reason", problem.reason());
    json.writeEndObject();
  }

  /** Completes the document; a second call does nothing. */
  @Override
  public void close() throws IOException {
    ListDocument.complete(json);
  }
}
