package inventory.reporting.http.audit;

import inventory.model.audit.AuditAction;
import inventory.model.resource.Access;
import inventory.reporting.domain.audit.AuditLog;
import inventory.reporting.http.Csv;
import inventory.reporting.http.CursorFormat;
import inventory.reporting.http.Cursors;
import inventory.reporting.http.ListRequest;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.Paths;
import inventory.reporting.http.openapi.Doc;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Lists who decided what, and why. */
@Controller(Paths.AUDIT)
@ExecuteOn(TaskExecutors.IO)
@Secured(Access.OPERATOR)
final class AuditController {

  private final AuditLog audit;
  private final Cursors cursors;
  private final Clock clock;

  AuditController(AuditLog audit, Cursors cursors, Clock clock) {
    this.audit = audit;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Operation(
      operationId = "audit",
      summary = "Lists who decided what, and why, for operators",
      description =
          "Decisions are on record for 400 days. A page may have fewer than the limit although"
              + " nextCursor is not null.")
  @ApiResponse(
      responseCode = "200",
      description = "A page of the decisions, newest first, or all of them as CSV.",
      content = {
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = AuditBody.class),
            examples = @ExampleObject(name = "Audit", ref = Doc.EXAMPLES + "Audit")),
        @Content(
            mediaType = Csv.MEDIA_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "AuditCsv", ref = Doc.EXAMPLES + "AuditCsv"))
      })
  @Doc.Tagged
  @Doc.Errors
  @Get(produces = {MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
  HttpResponse<?> list(
      HttpRequest<?> request,
      @Doc.From @Nullable @QueryValue String from,
      @Doc.To @Nullable @QueryValue String to,
      @Parameter(
              description = "Lists only decisions with this subject of an access token.",
              schema = @Schema(type = "string"))
          @Nullable
          @QueryValue
          String by,
      @Parameter(
              description = "Lists only decisions of this kind.",
              schema = @Schema(implementation = AuditAction.class))
          @Nullable
          @QueryValue
          String action,
      @Doc.Warehouse @Nullable @QueryValue String warehouse,
      @Doc.ItemId @Nullable @QueryValue String itemId,
      @Doc.Limit @Nullable @QueryValue String limit,
      @Doc.Cursor @Nullable @QueryValue String cursor) {
    LocalDate last = Parameters.lastDay(to, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    AuditLog.Filter filter =
        new AuditLog.Filter(
            Parameters.firstDay(from, last),
            last,
            Parameters.given(by),
            Parameters.oneOf("action", AuditAction.class, action),
            Parameters.optionalName("warehouse", warehouse),
            Parameters.optionalName("itemId", itemId));
    List<String> query =
        List.of(
            "audit",
            Parameters.given(from).orElse(""),
            Parameters.given(to).orElse(""),
            filter.by().orElse(""),
            filter.action().map(AuditAction::name).orElse(""),
            filter.warehouse().orElse(""),
            filter.itemId().orElse(""));
    return ListRequest.of(request, limit, cursor, cursors, query, CursorFormat.ofText())
        .answer(
            "audit.csv",
            AuditBody.Entry.COLUMNS,
            (size, before) -> audit.page(filter, size, before).map(AuditBody.Entry::of),
            AuditBody::new);
  }
}
