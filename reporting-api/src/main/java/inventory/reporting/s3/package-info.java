/** Reads the inbox bucket and signs uploads to it. Only this package uses S3. */
package inventory.reporting.s3;
