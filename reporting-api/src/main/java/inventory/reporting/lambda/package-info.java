/**
 * The API as a Lambda function behind API Gateway. The framework handles the events of a REST API;
 * this package converts those of an HTTP API.
 */
package inventory.reporting.lambda;
