/** The uploads and their rejects, in the inbox bucket. */
package inventory.model.inbox.s3;
