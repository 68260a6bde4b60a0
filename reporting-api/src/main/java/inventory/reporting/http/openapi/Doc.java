package inventory.reporting.http.openapi;

import inventory.reporting.http.problems.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Annotations that several operations share. The annotation processor writes the API's description
 * from them; {@code src/main/openapi} has the examples and the errors.
 */
public final class Doc {

  public static final String JSON = "application/json";
  public static final String EXAMPLES = "#/components/examples/";
  public static final String RESPONSES = "#/components/responses/";

  private Doc() {}

  /** The errors of every operation. */
  @ApiResponse(responseCode = "400", ref = RESPONSES + "BadRequest")
  @ApiResponse(responseCode = "401", ref = RESPONSES + "Unauthorized")
  @ApiResponse(responseCode = "403", ref = RESPONSES + "Forbidden")
  @ApiResponse(responseCode = "503", ref = RESPONSES + "Unavailable")
  @ApiResponse(responseCode = "4XX", ref = RESPONSES + "Problem")
  @ApiResponse(
      responseCode = "5XX",
      description = "An unexpected error. The service's log has the cause.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "Failure", ref = EXAMPLES + "Failure")))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Errors {}

  /** An operation whose answer has an ETag. */
  @ApiResponse(responseCode = "304", ref = RESPONSES + "NotModified")
  @Parameter(
      name = "If-None-Match",
      in = ParameterIn.HEADER,
      description = "The ETag of the client's copy. If the answer is the same, its status is 304.",
      example = "W/\"0123456789abcdef0123456789abcdef\"",
      schema = @Schema(implementation = String.class))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Tagged {}

  /** An operation that names something that may not exist. */
  @ApiResponse(responseCode = "404", ref = RESPONSES + "NotFound")
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  public @interface Named {}

  /** Why a person decides something. */
  @Parameter(
      description = "Why, in at most 200 characters. Default: no note.",
      example = "ordered 20",
      schema = @Schema(type = "string", minLength = 1, maxLength = 200))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Note {}

  /** The number of entries on a page. */
  @Parameter(
      description = "Maximum number of entries on the page. Default: 100. Ignored for CSV.",
      example = "100",
      schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Limit {}

  /** The position of a page in its list. */
  @Parameter(
      description =
          "The `nextCursor` of the previous page of the same query. Default: the first page.",
      schema = @Schema(type = "string"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Cursor {}

  /** A warehouse's name. */
  @Parameter(
      description = "The warehouse's name.",
      example = "Berlin 1",
      schema = @Schema(type = "string", minLength = 1, maxLength = 512))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Warehouse {}

  /** The warehouse of an alert. */
  @Parameter(
      description = "The warehouse of the alert. Default: the alert is on the item's total.",
      example = "Berlin 1",
      schema = @Schema(type = "string", minLength = 1, maxLength = 512))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface WarehouseOrTotal {}

  /** An item's identifier. */
  @Parameter(
      description = "The item's identifier.",
      example = "a123v5",
      schema = @Schema(type = "string", minLength = 1, maxLength = 512))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface ItemId {}

  /** A file's identifier. */
  @Parameter(
      description = "The file's identifier.",
      example = "0123456789abcdef0123456789abcdef",
      schema = @Schema(type = "string", pattern = "^[0-9a-f]{32}$"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface FileId {}

  /** A validation run's identifier. */
  @Parameter(
      description = "The run's identifier.",
      example = "20260216T030000Z-1a2b3c4d",
      schema = @Schema(type = "string", pattern = "^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface RunId {}

  /** A finding's identifier. */
  @Parameter(
      description = "The finding's identifier.",
      example = "4f1c09ab73de8265",
      schema = @Schema(type = "string", pattern = "^[0-9a-f]{16}$"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface FindingId {}

  /** A webhook endpoint's identifier. */
  @Parameter(
      description = "The endpoint's identifier.",
      example = "0123456789abcdef",
      schema = @Schema(type = "string", pattern = "^[0-9a-f]{16}$"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface WebhookId {}

  /** A moment of the past. */
  @Parameter(
      description =
          "The stock as it was at this time, by the times of the facts, with everything known now."
              + " A fact at exactly this time counts. ISO 8601 with an offset; not in the future.",
      example = "2026-02-15T12:00:00Z",
      schema = @Schema(type = "string", format = "date-time"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface At {}

  /** When the facts about a moment were recorded. */
  @Parameter(
      description =
          "Only facts that were recorded by this time: the stock as it was then known. Only with"
              + " `at`; not in the future. Times of recording come from the clocks of several"
              + " processes.",
      example = "2026-02-15T12:00:00Z",
      schema = @Schema(type = "string", format = "date-time"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface KnownAt {}

  /** The first day of a list. */
  @Parameter(
      description =
          "The first day in UTC, at most 365 days before the last. Default: 29 days before the"
              + " last.",
      example = "2026-02-01",
      schema = @Schema(type = "string", format = "date"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface From {}

  /** The last day of a list. */
  @Parameter(
      description = "The last day in UTC, included. Default: today.",
      example = "2026-02-15",
      schema = @Schema(type = "string", format = "date"))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface To {}

  /** A prefix of a warehouse's name. */
  @Parameter(
      description =
          "Lists only warehouses whose names begin with this text: as it is, in lower or upper"
              + " case, or with a capital at its beginning or at the beginning of each word.",
      example = "ber",
      schema = @Schema(type = "string", maxLength = 512))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface WarehousePrefix {}

  /** A prefix of an id or a name. */
  @Parameter(
      description = "Lists only items whose id or name begins with this text, ignoring case.",
      example = "tec",
      schema = @Schema(type = "string", maxLength = 512))
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Prefix {}
}
