/** The checks, one class each; {@code docs/validation.md} lists them. */
package inventory.validation.check;
