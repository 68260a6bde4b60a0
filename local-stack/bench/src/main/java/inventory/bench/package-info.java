/** Measures how fast the system processes files and events; see {@code docs/benchmark.md}. */
package inventory.bench;
