/** What the tests of the services start: an AWS, a stream, an issuer of tokens and a mail relay. */
package inventory.testkit;
