/** A mail server that accepts every e-mail and stores it as a file. */
package inventory.emulator.smtp;
