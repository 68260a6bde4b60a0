/**
 * Compares levels and movements with the raw files and fixes them (requirement I4: any level can be
 * rebuilt). Start reading at {@code Rebuild}; {@code docs/validation.md} explains it.
 */
package inventory.validation.rebuild;
