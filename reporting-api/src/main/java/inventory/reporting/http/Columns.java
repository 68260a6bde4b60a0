package inventory.reporting.http;

import java.util.List;
import java.util.function.Function;

/**
 * A list as a table.
 *
 * @param titles the names of the columns
 * @param cells the cells of an entry, one for each column: text, numbers, times; null is empty
 */
record Columns<T>(List<String> titles, Function<T, List<Object>> cells) {}
