/** The state of everything at a glance. */
package inventory.reporting.domain.overview;
