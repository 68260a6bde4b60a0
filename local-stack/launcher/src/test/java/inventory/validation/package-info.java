/** A stand-in for the program that the launcher runs. */
package inventory.validation;
