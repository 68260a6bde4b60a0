/** Facts that clients state over REST. */
package inventory.reporting.domain.facts;
