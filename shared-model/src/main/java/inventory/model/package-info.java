/** The terms of the domain that several modules share: names, ids, states and positions. */
package inventory.model;
