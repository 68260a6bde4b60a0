package inventory.reporting.http;

import java.util.function.Function;

/**
 * A column of a list as CSV.
 *
 * @param title its name
 * @param cell reads its value from an entry: text, a number or a time; null for an empty cell
 */
public record Column<T>(String title, Function<T, Object> cell) {}
