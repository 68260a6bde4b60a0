/**
 * Movements of stock: how rows become movements in bounded memory, and the rule by which a level
 * follows from movements (requirement I4).
 */
package inventory.model.movement;
