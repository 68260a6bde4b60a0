package inventory.reporting.http;

import inventory.reporting.domain.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers with whole lists as CSV (RFC 4180), read while the client downloads them. */
public final class Csv {

  /** The media type. */
  public static final String MEDIA_TYPE = "text/csv";

  /** How many entries are in memory at a time. */
  static final int CHUNK = 1000;

  private static final MediaType FULL_TYPE =
      new MediaType(MEDIA_TYPE + "; charset=utf-8; header=present");
  // Spreadsheets take a cell that begins with one of these for a formula.
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** Whether a client prefers CSV to JSON. */
  public static boolean isAsked(HttpRequest<?> request) {
    return request.accept().stream()
        .filter(type -> isCsv(type) || isJson(type))
        .findFirst()
        .filter(Csv::isCsv)
        .isPresent();
  }

  private static boolean isCsv(MediaType type) {
    return type.getType().equals("text") && List.of("csv", "*").contains(type.getSubtype());
  }

  private static boolean isJson(MediaType type) {
    return type.getType().equals("*") || type.getType().equals("application");
  }

  /**
   * Answers with a whole list. Its first page is read at once, so an error in the request still
   * gets a problem document.
   *
   * @param fileName the name under which clients save it
   * @param after the position after which to begin; empty for the beginning of the list
   * @param reader reads the page after a position
   */
  public static <T, P> HttpResponse<?> answer(
      String fileName,
      List<Column<T>> columns,
      Optional<P> after,
      Function<Optional<P>, Page<T, P>> reader) {
    CsvStream<T, P> stream = new CsvStream<>(columns, after, reader);
    return HttpResponse.ok(new StreamedFile(stream, FULL_TYPE).attach(fileName));
  }

  /** Marks text that a spreadsheet would take for a formula as text. */
  static @Nullable Object defused(@Nullable Object cell) {
    boolean isFormula =
        cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + cell : cell;
  }
}
