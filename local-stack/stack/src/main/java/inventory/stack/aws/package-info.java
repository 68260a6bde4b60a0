/** Clients of an AWS endpoint, real or not, and the creation of what the system needs there. */
package inventory.stack.aws;
