/**
 * The nightly validation (requirements V1 to V4): every transaction of the day, in the order of
 * arrival, to the end.
 */
package inventory.validation;
