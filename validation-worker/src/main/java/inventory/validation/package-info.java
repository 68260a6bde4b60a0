/**
 * The nightly validation (requirements V1 to V4): checks every transaction of the day, in order of
 * arrival.
 */
package inventory.validation;
