/**
 * The use case of ingest-service: a file in, each of its rows on record and in the levels exactly
 * once. Plain Java; what it needs of the world stands here as ports.
 */
package inventory.ingest.domain;
