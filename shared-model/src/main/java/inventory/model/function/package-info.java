/**
 * Runs the queue listeners of a service as an AWS Lambda function. Its dependencies are optional: a
 * service that is not a function does not have them.
 */
package inventory.model.function;
