/** Open alerts and people's notes on them. */
package inventory.reporting.domain.alerts;
