/** The lease, the runs, and the data that the checks compare, in the table. */
package inventory.validation.dynamodb;
