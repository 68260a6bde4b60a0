package inventory.reporting.http;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.reporting.domain.FileRecord;
import inventory.reporting.domain.FileRecords;
import inventory.reporting.domain.Page;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The files and what became of them (requirement R5). */
@Controller(Paths.FILES)
@ExecuteOn(TaskExecutors.IO)
final class FileController {

  private final FileRecords files;
  private final Clock clock;

  FileController(FileRecords files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  @Get
  FilesBody ofDay(
      @Nullable @QueryValue String date,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String kind,
      @Nullable @QueryValue String limit,
      @Nullable @QueryValue String cursor) {
    Optional<LocalDate> asked = Parameters.date(date);
    Optional<FileStatus> withStatus = Parameters.oneOf("status", FileStatus.class, status);
    Optional<FileKind> ofKind = Parameters.oneOf("kind", FileKind.class, kind);
    List<String> query = List.of("files", text(asked), text(withStatus), text(ofKind));
    Optional<FileRecords.Arrival> before =
        Parameters.given(cursor).map(given -> FileCursors.decode(query, given));
    LocalDate day = asked.or(() -> before.map(FileController::dayOf)).orElseGet(this::today);
    Page<FileRecord> page =
        files.ofDay(
            new FileRecords.Filter(day, withStatus, ofKind), Parameters.limit(limit), before);
    return new FilesBody(
        day,
        page.entries().stream().map(FileBody::of).toList(),
        page.next().map(last -> FileCursors.encode(query, last)).orElse(null));
  }

  /** Who turns the pages of a day over midnight stays in that day. */
  private static LocalDate dayOf(FileRecords.Arrival arrival) {
    return LocalDate.ofInstant(arrival.receivedAt(), ZoneOffset.UTC);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  @Get("/{id}")
  FileBody file(@PathVariable String id) {
    return FileBody.of(FileIds.require(files, id));
  }
}
