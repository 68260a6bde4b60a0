/** Reads objects of the inbox bucket; the only place that knows S3. */
package inventory.reporting.s3;
