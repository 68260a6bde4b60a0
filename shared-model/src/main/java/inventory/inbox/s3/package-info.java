/** The uploads and their rejects, in the inbox bucket. */
package inventory.inbox.s3;
