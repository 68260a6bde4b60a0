/** The reporting API: REST reports of stock levels, movements and files (requirements R1 to R5). */
package inventory.reporting;
