/** Holds what the reports say against the totals of generated data. */
package inventory.launcher.verify;
