/**
 * What files say of stock: movements, how rows become movements in bounded memory, and the rule by
 * which a level follows from them (requirement I4).
 */
package inventory.model.movement;
