/** Files, releases and uploads. */
package inventory.reporting.domain.files;
