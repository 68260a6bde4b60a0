/** Tests the dashboard in a real browser, on the whole system as it runs on one machine. */
package inventory.e2e.browser;
