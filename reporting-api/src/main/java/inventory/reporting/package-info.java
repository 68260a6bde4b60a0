/** The reporting API: reports over REST and the dashboard (requirements R1 to R6, V3). */
package inventory.reporting;
