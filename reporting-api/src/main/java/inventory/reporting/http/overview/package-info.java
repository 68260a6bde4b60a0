/** The overview over REST. */
package inventory.reporting.http.overview;
