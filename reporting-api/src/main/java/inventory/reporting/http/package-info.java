/** The REST interface: paths, parameters, JSON bodies, cursors and problem documents. */
package inventory.reporting.http;
