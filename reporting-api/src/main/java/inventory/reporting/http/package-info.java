/** The parts of the REST interface that all features share: lists, CSV, cursors, parameters. */
package inventory.reporting.http;
