/** Which stock is low, and what purchasing is told of it: plain Java, no SDK, no clock. */
package inventory.alert.domain;
