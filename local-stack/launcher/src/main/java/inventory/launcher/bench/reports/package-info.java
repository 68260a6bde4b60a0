/** How many reports the REST API serves, beside a bare controller that makes the same queries. */
package inventory.launcher.bench.reports;
