package inventory.ingest.domain;

import inventory.model.message.StreamRecord;

/**
 * A record of the stream that cannot be applied.
 *
 * @param record what came, kept whole so that it can be published again
 * @param field which field is wrong; empty if it is none alone
 * @param reason why, in words for people that can follow the field's name
 */
public record EventReject(StreamRecord record, String field, String reason) {

  /** For people. */
  public String text() {
    String where = "record " + record.sequenceNumber() + " of " + record.partitionKey();
    return where + ": " + (field.isEmpty() ? "it" : field) + " " + reason;
  }
}
