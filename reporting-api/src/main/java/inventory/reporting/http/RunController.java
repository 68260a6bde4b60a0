package inventory.reporting.http;

import inventory.reporting.domain.InboxFiles;
import inventory.reporting.domain.NoSuchRecordException;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.ValidationRun;
import inventory.reporting.domain.ValidationRuns;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;

/** The validation runs and what they found (requirement V3). */
@Controller(Paths.VALIDATION_RUNS)
@ExecuteOn(TaskExecutors.IO)
final class RunController {

  private final ValidationRuns runs;
  private final InboxFiles files;
  private final Clock clock;

  RunController(ValidationRuns runs, InboxFiles files, Clock clock) {
    this.runs = runs;
    this.files = files;
    this.clock = clock;
  }

  @Get
  RunsBody newestFirst(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
    Page<ValidationRun> page =
        runs.newestFirst(Parameters.limit(limit), Parameters.given(cursor).map(RunCursors::decode));
    return new RunsBody(
        page.entries().stream().map(RunBody::of).toList(),
        page.next().map(RunCursors::encode).orElse(null));
  }

  @Get("/{id}")
  RunBody run(@PathVariable String id) {
    return RunBody.of(RunIds.require(runs, id));
  }

  @Get("/{id}/findings")
  @Produces(MediaType.ALL)
  StreamedFile findings(@PathVariable String id) {
    String key =
        RunIds.require(runs, id)
            .findingsKey()
            .orElseThrow(() -> new NoSuchRecordException("findings file of the run", id));
    return Attachments.open(files, "findings file", key, clock);
  }
}
