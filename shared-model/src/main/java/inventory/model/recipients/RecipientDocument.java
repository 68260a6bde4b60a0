package inventory.model.recipients;

import inventory.model.AlertRecord.Decision;
import inventory.model.Position;
import java.time.Instant;

/**
 * Rules as they were set.
 *
 * @param json the document, which {@link RecipientRules#parse} accepts
 * @param at when it was set: when the file was uploaded, or when the API was called
 * @param by the person who set it by API: the subject of the access token; empty for a file, and if
 *     the API has no login
 * @param source the id of the file that set it, or of the API's call
 */
public record RecipientDocument(String json, Instant at, String by, String source) {

  /** Its rules. */
  public RecipientRules rules() {
    try {
      return RecipientRules.parse(json);
    } catch (InvalidRecipientsException e) {
      throw new IllegalStateException(
          "the stored recipients " + version() + " are not valid: set them again", e);
    }
  }

  /** The decision to set it. */
  public Decision decision() {
    return new Decision(at, by, rules().reason());
  }

  /** Text that sorts as the documents were set; no two documents share it. */
  public String version() {
    return Position.of(at, source);
  }
}
