/** The description of the API. */
package inventory.reporting.http.openapi;
