/**
 * The benchmark: how fast files become levels, beside the simplest loader and beside what the store
 * takes at most.
 */
package inventory.launcher.bench;
