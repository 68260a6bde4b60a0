/** The lease, the runs and what they are held against, in the table. */
package inventory.validation.dynamodb;
