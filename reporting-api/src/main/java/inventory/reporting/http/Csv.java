package inventory.reporting.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists as CSV (RFC 4180), from their begin to their end, read as the client takes them. */
final class Csv {

  /** The media type. */
  static final String MEDIA_TYPE = "text/csv";

  /** How many entries are held at a time. */
  static final int PORTION = 1000;

  private static final MediaType FULL_TYPE =
      new MediaType(MEDIA_TYPE + "; charset=utf-8; header=present");
  // What a spreadsheet takes for the begin of a formula, at the begin of a cell.
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** Whether a client would rather have CSV than JSON. */
  static boolean isAsked(HttpRequest<?> request) {
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
   * Answers with a whole list. Its first part is read at once, so that what is wrong with the
   * request is told as ever.
   *
   * @param fileName under which name it is saved
   * @param begin where it begins; empty for the begin of the list
   * @param reader reads the part that begins at a place
   */
  static <T, P> HttpResponse<?> answer(
      String fileName,
      List<Column<T>> columns,
      Optional<P> begin,
      Function<Optional<P>, Portion<T, P>> reader) {
    CsvStream<T, P> stream = new CsvStream<>(columns, begin, reader);
    return HttpResponse.ok(new StreamedFile(stream, FULL_TYPE).attach(fileName));
  }

  /** A cell that is text and would be taken for a formula is shown as what it is. */
  static @Nullable Object defused(@Nullable Object cell) {
    boolean isFormula =
        cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + cell : cell;
  }
}
