package inventory.reporting.http;

import inventory.reporting.domain.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A request for a list: for one page as JSON, or for the whole list as CSV.
 *
 * @param csv whether the client prefers CSV
 * @param limit the number of entries on a JSON page
 * @param after the position after which to begin; empty for the beginning of the list
 * @param cursor makes the cursor of a position
 */
public record ListRequest<P>(
    boolean csv, int limit, Optional<P> after, Function<P, String> cursor) {

  /**
   * Reads the parameters that all lists share.
   *
   * @param query the other parameters, which a cursor must match
   * @throws inventory.reporting.http.problems.BadParameterException if one breaks its rule
   */
  public static <P> ListRequest<P> of(
      HttpRequest<?> request,
      @Nullable String limit,
      @Nullable String cursor,
      Cursors cursors,
      List<String> query,
      CursorFormat<P> format) {
    Optional<P> after = Parameters.given(cursor).map(given -> cursors.decode(query, format, given));
    return new ListRequest<>(
        Csv.isAsked(request),
        Parameters.limit(limit),
        after,
        position -> cursors.encode(query, format, position));
  }

  /**
   * Answers the request.
   *
   * @param fileName the name under which clients save the CSV
   * @param columns the columns of the CSV
   * @param reader reads a page of at most this many entries after a position
   * @param body makes the JSON body from the entries and the next cursor, null on the last page
   */
  public <T> HttpResponse<?> answer(
      String fileName,
      List<Column<T>> columns,
      BiFunction<Integer, Optional<P>, Page<T, P>> reader,
      BiFunction<List<T>, String, Record> body) {
    if (csv) {
      return Csv.answer(fileName, columns, after, begin -> reader.apply(Csv.CHUNK, begin));
    }
    Page<T, P> page = reader.apply(limit, after);
    return HttpResponse.ok(body.apply(page.entries(), page.next().map(cursor).orElse(null)));
  }
}
