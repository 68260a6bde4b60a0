/** Security headers, ETags and the settings of the dashboard. */
package inventory.reporting.http.browser;
