/**
 * Files as they arrive in the inbox bucket: how every service that takes some of them in learns of
 * them, reads them once, records how they ended, and says so.
 */
package inventory.model.inbox;
