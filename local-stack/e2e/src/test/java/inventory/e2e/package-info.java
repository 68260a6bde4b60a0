/** The whole system as real processes, held against what its files add up to. */
package inventory.e2e;
