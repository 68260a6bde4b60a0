/** Tests the whole system as real processes against the sums of its files. */
package inventory.e2e;
