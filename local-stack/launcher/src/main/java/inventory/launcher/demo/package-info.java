/**
 * The demonstration: files with known sums, what the system made of them, and whether that is
 * right.
 */
package inventory.launcher.demo;
