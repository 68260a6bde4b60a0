package inventory.model.table;

import static inventory.model.table.Values.number;
import static inventory.model.table.Values.text;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.FileState;
import inventory.model.inbox.FileTransition;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The record of a file (requirement I7). Attributes are read on access, so an item of a projection
 * is enough. The updates of {@link #start}, {@link #finish} and the others are for the key {@link
 * #key}.
 *
 * @param item the attributes
 */
public record FileItem(Attributes item) {

  /** The {@link FileKind}, for filters. */
  public static final String KIND = "kind";

  /** The {@link FileStatus}, for filters. */
  public static final String STATUS = "status";

  private static final String FILE_ID = "fileId";
  private static final String KEY = "key";
  private static final String ROWS_APPLIED = "rowsApplied";
  private static final String ROWS_REJECTED = "rowsRejected";

  /** Projection of {@link #fileId} and {@link #objectKey}. */
  public static final List<String> NAMES = List.of(FILE_ID, KEY);

  // The version id, or the notification's sequencer where the bucket has no versions.
  private static final String VERSION = "version";
  private static final String VERSIONED = "versioned";
  private static final String SIZE = "size";
  private static final String RECEIVED_AT = "receivedAt";
  private static final String FINISHED_AT = "finishedAt";
  private static final String REASON = "reason";
  private static final String FIRST_REJECTS = "firstRejects";
  private static final String REJECTS_KEY = "rejectsKey";
  // The version of the reading rules by which it is applied.
  private static final String RULES = "rules";
  // Raised by each release and resumption; every transition is conditional on it.
  private static final String GENERATION = "generation";
  // The SHA-256 of the content.
  private static final String CONTENT = "content";
  // When the notification of its end was put into the outbox.
  private static final String NOTICED_AT = "noticedAt";
  private static final String RELEASED_AT = "releasedAt";
  private static final String RELEASED_BY = "releasedBy";
  private static final String UPLOADED_BY = "uploadedBy";
  private static final String RELEASED_FROM = "releasedFrom";

  /** The run that checked it, for conditions. */
  public static final String VALIDATED_IN = "validatedIn";

  private static final String IS_GENERATION = "#generation = :readGeneration";

  /** Reads an item of the table. */
  public static FileItem of(Map<String, AttributeValue> item) {
    return new FileItem(new Attributes(item));
  }

  /** Whether an item of the table is the record of a file. */
  public static boolean isOne(Map<String, AttributeValue> item) {
    return item.get(Table.PK).s().startsWith(Keys.FILE_PREFIX);
  }

  /** The key of a file's record. */
  public static Map<String, AttributeValue> key(String fileId) {
    return Values.key(Keys.file(fileId), Keys.ONLY);
  }

  /** The key of a file's record in the index, which lists the files of a day by arrival. */
  public static Map<String, AttributeValue> indexKey(String fileId, Instant receivedAt) {
    LocalDate day = LocalDate.ofInstant(receivedAt, ZoneOffset.UTC);
    return new ItemBuilder(key(fileId))
        .index(Keys.filesOf(day), Keys.arrival(receivedAt, fileId))
        .build();
  }

  /**
   * The record of an upload that has just arrived.
   *
   * @param uploadedBy the subject of the token with which it was uploaded; empty if it did not come
   *     by the API, or if the API has no login
   */
  public static Map<String, AttributeValue> received(FileState file, Optional<String> uploadedBy) {
    Upload upload = file.upload();
    return new ItemBuilder(indexKey(upload.fileId(), upload.uploadedAt()))
        .text(FILE_ID, upload.fileId())
        .text(KEY, upload.key())
        .text(VERSION, upload.version())
        .put(VERSIONED, AttributeValue.fromBool(upload.versioned()))
        .number(SIZE, upload.size())
        .instant(RECEIVED_AT, upload.uploadedAt())
        .text(KIND, file.kind().name())
        .text(STATUS, file.status().name())
        .number(GENERATION, file.generation())
        .text(UPLOADED_BY, uploadedBy)
        .build();
  }

  /**
   * Sets a file to {@code PROCESSING}, unless it was begun by other reading rules.
   *
   * @param file the state that was read
   * @param content the SHA-256 of the content, where it is claimed
   * @param rules the version of the reading rules
   */
  public static ItemUpdate start(
      FileState file, FileKind kind, Optional<String> content, int rules) {
    ItemUpdate update =
        transition(FileTransition.START, FileStatus.PROCESSING, file.generation())
            .set(KIND, text(kind.name()))
            .set(RULES, number(rules))
            .onlyIf("attribute_not_exists(#rules) OR #rules = :rules", Map.of());
    content.ifPresent(sha256 -> update.set(CONTENT, text(sha256)));
    return update;
  }

  /**
   * Records how a file ended. In a new generation, its validation and the notification of its end
   * start again.
   *
   * @param file the state that was read
   */
  public static ItemUpdate finish(FileState file, Outcome outcome, Instant at) {
    FileTransition transition = FileTransition.between(file.status(), outcome.status());
    ItemUpdate update = transition(transition, outcome.status(), file.generation());
    if (transition.isNewGeneration()) {
      again(update);
    }
    if (outcome.reason().isEmpty()) {
      update.remove(REASON);
    }
    return update
        .set(FINISHED_AT, text(at.toString()))
        .setAll(
            new ItemBuilder(Map.of())
                .text(KIND, outcome.kind().name())
                .number(ROWS_APPLIED, outcome.rowsApplied())
                .number(ROWS_REJECTED, outcome.rowsRejected())
                .textUnlessEmpty(REASON, outcome.reason())
                .text(REJECTS_KEY, outcome.rejectsKey())
                .texts(FIRST_REJECTS, outcome.firstRejects())
                .build());
  }

  /**
   * Releases a file: its processing, its validation and the notification of its end start again.
   *
   * @param from the status that the file must have
   */
  public static ItemUpdate release(FileStatus from, Decision decision) {
    ItemUpdate update = new ItemUpdate().set(STATUS, text(FileStatus.RECEIVED.name()));
    if (decision.by().isEmpty()) {
      update.remove(RELEASED_BY);
    } else {
      update.set(RELEASED_BY, text(decision.by()));
    }
    return again(onlyFrom(FileTransition.RELEASE, update))
        .remove(REASON)
        .remove(FINISHED_AT)
        .set(RELEASED_AT, text(decision.at().toString()))
        .set(RELEASED_FROM, text(from.name()))
        .onlyIf("#status = :releasedFrom", Map.of());
  }

  private static ItemUpdate transition(FileTransition transition, FileStatus to, int generation) {
    return onlyFrom(transition, new ItemUpdate().set(STATUS, text(to.name())))
        .onlyIf(IS_GENERATION, Map.of(":readGeneration", number(generation)));
  }

  private static ItemUpdate onlyFrom(FileTransition transition, ItemUpdate update) {
    Map<String, AttributeValue> from =
        transition.from().stream()
            .collect(Collectors.toMap(status -> ":is" + status, status -> text(status.name())));
    return update.onlyIf("#status IN (" + String.join(", ", from.keySet()) + ")", from);
  }

  /** Starts a new generation. */
  private static ItemUpdate again(ItemUpdate update) {
    return update
        .set(GENERATION, "#generation + :generation", number(1))
        .remove(NOTICED_AT)
        .remove(VALIDATED_IN);
  }

  /** Raises the number of rejected rows; the condition fails if it is as high already. */
  public static ItemUpdate raiseRejected(long rejected) {
    return new ItemUpdate()
        .set(ROWS_REJECTED, number(rejected))
        .onlyIf("#rowsRejected < :rowsRejected", Map.of());
  }

  /**
   * Marks that the notification of the file's end is in the outbox; the condition fails if it was,
   * or if the file no longer has the status.
   */
  public static ItemUpdate noticed(FileStatus status, Instant at) {
    return new ItemUpdate()
        .set(NOTICED_AT, text(at.toString()))
        .onlyIf(
            "attribute_not_exists(#noticedAt) AND #status = :ended",
            Map.of(":ended", text(status.name())));
  }

  /** Whether it is an inventory file: the key's extension tells it from a threshold file. */
  public boolean isInventory() {
    return objectKey().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** Records the run that checked a file, provided that the file still has this status. */
  public static ItemUpdate validated(String runId, FileStatus status) {
    return new ItemUpdate()
        .set(VALIDATED_IN, text(runId))
        .onlyIf("#status = :checked", Map.of(":checked", text(status.name())));
  }

  /** Forgets that a run checked the file; the condition fails if there is no such file. */
  public static ItemUpdate unvalidated() {
    return new ItemUpdate().remove(VALIDATED_IN).onlyIf("attribute_exists(#pk)", Map.of());
  }

  /** The id of the file, see {@link inventory.model.FileId}. */
  public String fileId() {
    return item.text(FILE_ID);
  }

  /** The object's key, decoded. */
  public String objectKey() {
    return item.text(KEY);
  }

  /**
   * The version id, or the notification's sequencer without versioning; empty for rejected events.
   */
  public String version() {
    return item.optionalText(VERSION).orElse("");
  }

  /** Bytes, if known. */
  public Optional<Long> size() {
    return item.optionalLong(SIZE);
  }

  /** When it was uploaded. */
  public Instant receivedAt() {
    return item.instant(RECEIVED_AT);
  }

  /** When it reached its last status; empty while it is processed. */
  public Optional<Instant> finishedAt() {
    return item.optionalInstant(FINISHED_AT);
  }

  /** The kind in its header. */
  public FileKind kind() {
    return item.optionalText(KIND).map(FileKind::valueOf).orElse(FileKind.UNKNOWN);
  }

  /** Its status. */
  public FileStatus status() {
    return FileStatus.valueOf(item.text(STATUS));
  }

  /** How many rows, or entries, took effect; 0 until it is finished. */
  public long rowsApplied() {
    return item.count(ROWS_APPLIED);
  }

  /** How many rows, or entries, are in the rejects file; 0 until it is finished. */
  public long rowsRejected() {
    return item.count(ROWS_REJECTED);
  }

  /** The reason for its status, for people. */
  public Optional<String> reason() {
    return item.optionalText(REASON);
  }

  /** The first rejects, each as "where: reason". */
  public List<String> firstRejects() {
    return item.texts(FIRST_REJECTS);
  }

  /** The key of the rejects file, if there is one. */
  public Optional<String> rejectsKey() {
    return item.optionalText(REJECTS_KEY);
  }

  /** The version of the reading rules by which it is applied; empty until it is. */
  public Optional<Integer> rules() {
    return item.optionalInt(RULES);
  }

  /** The SHA-256 of the content; empty until a transaction file claims it. */
  public Optional<String> content() {
    return item.optionalText(CONTENT);
  }

  /** When an operator released it; empty if nobody has. */
  public Optional<Instant> releasedAt() {
    return item.optionalInstant(RELEASED_AT);
  }

  /** The subject of the operator's token; empty if nobody has released it, or without a login. */
  public Optional<String> releasedBy() {
    return item.optionalText(RELEASED_BY);
  }

  /** The subject of the token with which it was uploaded, if it came by the API. */
  public Optional<String> uploadedBy() {
    return item.optionalText(UPLOADED_BY);
  }

  /** The id of the validation run that checked it; empty until one has. */
  public Optional<String> validatedIn() {
    return item.optionalText(VALIDATED_IN);
  }

  /** Whether an operator has released it, so that its rows are facts of its own. */
  public boolean isReleased() {
    return item.optionalText(RELEASED_FROM).isPresent();
  }

  /** The upload. */
  public Upload upload() {
    return new Upload(
        objectKey(), version(), item.flag(VERSIONED), size().orElseThrow(), receivedAt());
  }

  /** The state of its processing. */
  public FileState state() {
    return new FileState(
        upload(),
        kind(),
        status(),
        item.optionalInt(GENERATION).orElseThrow(),
        item.optionalText(RELEASED_FROM).map(FileStatus::valueOf),
        rules());
  }
}
