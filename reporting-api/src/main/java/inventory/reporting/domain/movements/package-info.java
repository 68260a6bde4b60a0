/** The movements that explain an item's levels. */
package inventory.reporting.domain.movements;
