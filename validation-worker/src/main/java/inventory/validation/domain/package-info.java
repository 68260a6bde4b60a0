/** The validation itself: what is checked, in which order, and how it goes on after a crash. */
package inventory.validation.domain;
