package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import java.nio.file.Path;

/**
 * A file of a table.
 *
 * @param table the table
 * @param day its day, see {@link inventory.model.resource.RawTables#DAY_FORMAT}
 * @param uri where it is in the bucket, as {@code s3://bucket/key}
 * @param copy its copy on this machine
 */
public record RawFile(RawTable table, String day, String uri, Path copy) {}
