/** Reads the events that web shops publish. */
package inventory.ingest.event;
