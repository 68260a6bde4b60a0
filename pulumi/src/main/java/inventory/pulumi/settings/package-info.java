/** The settings of a stack: keys, rules, defaults and values. */
package inventory.pulumi.settings;
