/** What validation runs left on record, for people. */
package inventory.launcher.validation;
