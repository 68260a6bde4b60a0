/** What a check sees and what it reports. */
package inventory.validation.domain;
