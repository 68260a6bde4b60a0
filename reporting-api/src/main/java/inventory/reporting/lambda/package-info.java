/**
 * The API as a Lambda function behind API Gateway. The framework takes the events of a REST API as
 * they are; what is here makes such events of those of an HTTP API.
 */
package inventory.reporting.lambda;
