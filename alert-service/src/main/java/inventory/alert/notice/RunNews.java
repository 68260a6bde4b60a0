package inventory.alert.notice;

/**
 * A validation run has ended.
 *
 * @param runId the id of its record
 */
public record RunNews(String runId) implements News {}
