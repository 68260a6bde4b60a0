/**
 * The use case of ingest-service: records each row of a file, and each event, exactly once and
 * changes the levels. Plain Java; dependencies are ports.
 */
package inventory.ingest.domain;
