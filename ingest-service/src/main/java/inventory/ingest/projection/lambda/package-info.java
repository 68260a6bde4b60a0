/** The projection as a Lambda function. */
package inventory.ingest.projection.lambda;
