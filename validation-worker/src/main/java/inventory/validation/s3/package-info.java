/** The findings in the inbox bucket. */
package inventory.validation.s3;
