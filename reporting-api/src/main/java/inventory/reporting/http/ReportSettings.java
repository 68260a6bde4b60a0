package inventory.reporting.http;

/**
 * What the reports show beside the facts.
 *
 * @param restockIfBelow units below which stock of an item without a threshold of its own is low
 */
public record ReportSettings(long restockIfBelow) {}
