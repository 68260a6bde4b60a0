/** The reports and their rules in plain Java; ports to what keeps the facts. */
package inventory.reporting.domain;
