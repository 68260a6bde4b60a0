/** Rules for browsers, and what the dashboard needs of the API. */
package inventory.reporting.http.browser;
