/**
 * The levels and movements, held against the raw files and mended by them (requirement I4: any
 * level can be rebuilt). Start reading at {@code Rebuild}; {@code docs/validation.md} explains it.
 */
package inventory.validation.rebuild;
