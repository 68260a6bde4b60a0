/** Alarms, the operations dashboard and the budget. */
package inventory.pulumi.observability;
