package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import java.nio.file.Path;

/**
 * A file of a table, as it lies in the bucket and on this machine.
 *
 * @param table the table
 * @param uri where it is in the bucket, as {@code s3://bucket/key}
 * @param copy the same bytes, in {@code <folder>/<table>/<yyyy>/<MM>/<dd>/}
 */
public record RawFile(RawTable table, String uri, Path copy) {}
