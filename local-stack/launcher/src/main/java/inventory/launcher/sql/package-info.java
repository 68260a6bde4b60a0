/** Runs SQL over the raw files with DuckDB; in the cloud, Athena has the same tables (R7). */
package inventory.launcher.sql;
