/** What a web shop publishes, and how it is read. */
package inventory.ingest.event;
