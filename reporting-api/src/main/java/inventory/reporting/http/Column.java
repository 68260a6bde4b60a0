package inventory.reporting.http;

import java.util.function.Function;

/**
 * A column of a list as a table.
 *
 * @param title its name
 * @param cell what an entry has in it: text, a number, a time; null is empty
 */
record Column<T>(String title, Function<T, Object> cell) {}
