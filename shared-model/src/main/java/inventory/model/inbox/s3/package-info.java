/** Originals and rejects files in the inbox bucket. */
package inventory.model.inbox.s3;
