/** The queue of arrived files, and that of runs that ended. */
package inventory.validation.sqs;
