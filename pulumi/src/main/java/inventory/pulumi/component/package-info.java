/** The base class of all components, and what they share. */
package inventory.pulumi.component;
