/** A mail server that takes every e-mail and keeps it as a file. */
package inventory.emulator.smtp;
