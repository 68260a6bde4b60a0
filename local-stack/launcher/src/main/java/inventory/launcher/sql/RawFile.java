package inventory.launcher.sql;

import inventory.model.resource.RawTable;
import java.nio.file.Path;

/** A file of a table: its day, its place as {@code s3://bucket/key}, and its local copy. */
public record RawFile(RawTable table, String day, String uri, Path copy) {}
