package inventory.ingest.domain;

import inventory.model.message.StreamRecord;

/**
 * A record of the stream that cannot be applied.
 *
 * @param record the complete record, so that it can be published again
 * @param code the kind of problem, for programs: see {@link
 *     inventory.model.event.BadFieldException}
 * @param field the bad field; empty if it is not a single one
 * @param reason the reason, in words for people that can follow the field's name
 */
public record EventReject(StreamRecord record, String code, String field, String reason) {

  /** For people. */
  public String text() {
    String where = "record " + record.sequenceNumber() + " of " + record.partitionKey();
    return where + ": " + (field.isEmpty() ? "it" : field) + " " + reason;
  }
}
