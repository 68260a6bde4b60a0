/** The words of the domain: items in warehouses, movements, levels, and the rules that tie them. */
package inventory.model;
