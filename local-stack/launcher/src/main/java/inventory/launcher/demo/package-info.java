/** The demonstration: uploads files, shows the reports and e-mails, and verifies every number. */
package inventory.launcher.demo;
