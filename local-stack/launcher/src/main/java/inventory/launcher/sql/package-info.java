/**
 * SQL over the raw files of the bucket on this machine, by DuckDB, with the tables that Athena has
 * in the cloud (requirement R7).
 */
package inventory.launcher.sql;
