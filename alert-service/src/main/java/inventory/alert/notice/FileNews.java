package inventory.alert.notice;

/**
 * A file is finished.
 *
 * @param fileId the id of its record
 */
public record FileNews(String fileId) implements News {}
