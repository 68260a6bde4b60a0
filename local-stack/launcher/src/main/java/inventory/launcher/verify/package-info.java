/** Reads the reports over REST and compares them with the totals of generated data. */
package inventory.launcher.verify;
