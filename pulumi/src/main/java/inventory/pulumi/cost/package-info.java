/**
 * What the system costs in AWS: list prices, what it uses idle and at work, and the page that says
 * so, {@code docs/cost.md}.
 */
package inventory.pulumi.cost;
