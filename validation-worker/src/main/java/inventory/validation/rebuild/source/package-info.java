/** The raw files that a rebuild reads. */
package inventory.validation.rebuild.source;
