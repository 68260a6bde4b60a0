package inventory.simulator;

import inventory.ingest.domain.KnownLevel;
import inventory.ingest.domain.ReceivedEvent;
import inventory.model.AlertId;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.RestockRule;
import inventory.model.StockKey;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Upload;
import inventory.model.message.ReleaseRequest.Release;
import inventory.model.movement.Movement;
import inventory.model.movement.StockLevel;
import inventory.simulator.Facts.Fact;
import inventory.simulator.Facts.Sent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What must hold of levels, thresholds and files, after each step and at rest. */
final class Invariants {

  private final Stores stores;
  private final Facts facts;
  // The positions of the movements that each level consists of.
  private final Map<StockKey, Set<String>> applied = new HashMap<>();
  private final Map<StockKey, Look> looks = new HashMap<>();
  private List<FileState> records = List.of();
  private final Set<List<Object>> releases = new HashSet<>();
  private final Set<StockKey> late = new HashSet<>();
  private final Map<AlertId, String> thresholdsSetAt = new HashMap<>();

  /** A level and the number of its movements. */
  private record Look(Optional<KnownLevel> level, int movements) {}

  Invariants(Stores stores, Facts facts) {
    this.stores = stores;
    this.facts = facts;
  }

  /** An operator releases a file. */
  void released(Release release) {
    releases.add(List.of(release.fileId(), release.from()));
  }

  /**
   * Checks what a call has changed.
   *
   * @param call the port and its method
   * @return whether levels, thresholds or records of files have changed
   */
  boolean checkAfter(String call) {
    boolean isChanged =
        switch (call.substring(0, Math.max(0, call.indexOf('.')))) {
          case "LevelStore" -> Facts.KEYS.stream().filter(this::hasChanged).count() > 0;
          case "FileLifecycle" -> !records.equals(stores.files.all());
          case "Thresholds" -> true;
          default -> false;
        };
    if (isChanged) {
      records = stores.files.all();
      checkThresholds();
      facts.files().forEach(this::checkFile);
    }
    return isChanged;
  }

  /** Whether a level, or its history, is another one than at the last look; it is then checked. */
  private boolean hasChanged(StockKey key) {
    Optional<KnownLevel> known = stores.levels.level(key);
    List<Movement> movements = stores.levels.movements(key);
    Look look = new Look(known, movements.size());
    boolean isChanged = !look.equals(looks.put(key, look));
    if (isChanged) {
      checkLevel(key, known, movements);
    }
    return isChanged;
  }

  /** A level is the sum of the facts whose movements it has, each of them once. */
  private void checkLevel(StockKey key, Optional<KnownLevel> known, List<Movement> movements) {
    Set<String> positions = new TreeSet<>();
    movements.forEach(movement -> positions.add(movement.position()));
    known.ifPresent(level -> level.marks().forEach(mark -> positions.add(mark.position())));
    Set<String> before = Optional.ofNullable(applied.put(key, positions)).orElse(Set.of());
    if (positions.stream()
        .anyMatch(added -> !before.contains(added) && isLate(facts.at(key, added)))) {
      late.add(key);
    }
    Set<String> eventIds = new HashSet<>();
    for (String position : positions) {
      Fact fact = facts.at(key, position);
      Violation.unless(fact != null, key, "has a movement that nobody stated:", position);
      Violation.unless(
          fact.released().map(file -> state(file).isReleased()).orElse(true),
          key,
          "has a movement of a file that was not released:",
          position);
      Violation.unless(
          fact.event().map(Movement.Event::id).map(eventIds::add).orElse(true),
          key,
          "has an event twice:",
          fact.event());
    }
    String found = known.map(KnownLevel::level).map(Invariants::text).orElse("nothing");
    String expected = positions.isEmpty() ? "nothing" : expected(key, positions);
    Violation.unless(
        found.equals(expected), key, "is", found, "but its facts", positions, "give", expected);
  }

  private static String text(StockLevel level) {
    return "%s of %s, removed: %s, at %s"
        .formatted(level.units(), level.itemName(), level.removed(), level.latest());
  }

  private String expected(StockKey key, Set<String> positions) {
    List<Fact> all = positions.stream().map(position -> facts.at(key, position)).toList();
    Optional<Fact> count = latest(all, Fact::isCount);
    long changes =
        all.stream()
            .filter(fact -> !fact.isCount())
            .mapToLong(fact -> count.map(fact::unitsAfter).orElseGet(fact::units))
            .sum();
    String name = latest(all, fact -> !fact.name().isEmpty()).map(Fact::name).orElse(key.itemId());
    boolean isRemoved =
        latest(all, fact -> fact.event().filter(event -> event.type().isListing()).isPresent())
            .filter(Fact::isCount)
            .isPresent();
    return "%s of %s, removed: %s, at %s"
        .formatted(
            count.map(Fact::units).orElse(0L) + changes,
            name,
            isRemoved,
            latest(all, fact -> true).orElseThrow().position());
  }

  private static Optional<Fact> latest(List<Fact> all, Predicate<Fact> which) {
    return all.stream().filter(which).max(Comparator.comparing(Fact::position));
  }

  /**
   * Whether a process may have died that went on with a file after another one had missed its
   * original and deleted its message. The nightly validation announces what that process changed.
   */
  boolean isUnannounced(StockKey key) {
    return late.contains(key);
  }

  /** Whether {@link #isUnannounced} holds of any stock. */
  boolean isAnyUnannounced() {
    return !late.isEmpty();
  }

  /** A validation has had all stock judged again. */
  void announced() {
    late.clear();
  }

  private boolean isIncomplete(Sent file) {
    return isRecorded(file) && state(file).status() == FileStatus.INCOMPLETE;
  }

  private boolean isLate(Fact fact) {
    return facts.files().stream()
        .anyMatch(
            file -> isIncomplete(file) && facts.of(file, state(file).isReleased()).contains(fact));
  }

  /** Whether all facts of a file are in the levels. */
  private boolean isIn(Sent file, boolean isReleased) {
    return facts.of(file, isReleased).stream().allMatch(this::isIn);
  }

  private boolean isIn(Fact fact) {
    return applied.getOrDefault(fact.key(), Set.of()).contains(fact.position());
  }

  private boolean isNothingIn(Sent file, boolean isReleased) {
    return facts.of(file, isReleased).stream().noneMatch(this::isIn);
  }

  private FileState state(Sent file) {
    return stores.files.find(file.fileId());
  }

  private boolean isRecorded(Sent file) {
    return stores.files.isRecorded(file.fileId());
  }

  private List<Sent> others(Sent file, Predicate<Sent> which) {
    return facts.files().stream()
        .filter(other -> !other.equals(file) && isRecorded(other) && which.test(other))
        .toList();
  }

  private static boolean isSameContent(Sent one, Sent other) {
    return one.content().equals(other.content());
  }

  private void checkFile(Sent file) {
    if (!isRecorded(file)) {
      return;
    }
    FileState state = state(file);
    Violation.unless(
        isTrue(file, state),
        state.upload().key(),
        file.fileId(),
        "is wrongly",
        state.status(),
        "in generation",
        state.generation());
    Violation.unless(
        state
            .releasedFrom()
            .map(from -> releases.contains(List.of(file.fileId(), from.name())))
            .orElse(true),
        file,
        "was released, but no operator did it");
    Violation.unless(
        !state.releasedFrom().equals(Optional.of(state.status())), file, "lost its release");
  }

  private boolean isTrue(Sent file, FileState state) {
    return switch (state.status()) {
      case APPLIED, PARTIAL -> isApplied(file, state);
      case DUPLICATE ->
          isIn(file, false)
              || !others(
                      file,
                      other ->
                          isSameContent(file, other)
                              && state(other).isReleased()
                              && isIn(other, true))
                  .isEmpty();
      case HELD ->
          isUntouched(file, state)
              && !others(file, other -> isSameKey(file, other) && !isSameContent(file, other))
                  .isEmpty();
      case REJECTED ->
          isUntouched(file, state)
              && (file.content().kind() == FileKind.UNKNOWN || !stores.bucket.has(file.upload()));
      case INCOMPLETE -> !stores.bucket.has(file.upload());
      case RECEIVED, PROCESSING -> true;
    };
  }

  private boolean isApplied(Sent file, FileState state) {
    boolean hasRejects = file.content().hasRejects();
    return (state.status() == FileStatus.PARTIAL ? hasRejects || isOvertaken(file) : !hasRejects)
        && (!hasRejects || stores.bucket.hasRejectsOf(file.upload()))
        && isIn(file, state.isReleased())
        && file.content().rows().keySet().stream()
            .allMatch(key -> stores.levels.warehouses().contains(key.warehouse()))
        && isOnlyOne(file, state)
        && file.content().thresholds().keySet().stream()
            .allMatch(target -> file.version().compareTo(stores.thresholds.setAt(target)) <= 0);
  }

  /** Whether a newer file has set a threshold of it. */
  private boolean isOvertaken(Sent file) {
    return file.content().thresholds().keySet().stream()
        .anyMatch(target -> file.version().compareTo(stores.thresholds.setAt(target)) < 0);
  }

  /** A content, or other content under the same key, is applied again only after a release. */
  private boolean isOnlyOne(Sent file, FileState state) {
    return file.content().kind() != FileKind.TRANSACTIONS
        || file.content().rows().isEmpty()
        || state.isReleased()
        || others(
                file,
                other ->
                    (isSameContent(file, other) || isSameKey(file, other))
                        && !other.content().rows().isEmpty()
                        && !state(other).isReleased()
                        && state(other).status().applied())
            .isEmpty();
  }

  private static boolean isSameKey(Sent one, Sent other) {
    return one.upload().key().equals(other.upload().key());
  }

  /** No row of it took effect, unless another upload of its content was begun. */
  private boolean isUntouched(Sent file, FileState state) {
    boolean isOwnOnly = state.isReleased() || file.content().kind() != FileKind.TRANSACTIONS;
    return stores.thresholds.all().keySet().stream()
            .noneMatch(target -> stores.thresholds.setAt(target).equals(file.version()))
        && (isNothingIn(file, state.isReleased())
            || (!isOwnOnly
                && !others(
                        file,
                        other ->
                            isSameContent(file, other)
                                && !state(other).isReleased()
                                && isBegun(state(other).status()))
                    .isEmpty()));
  }

  private static boolean isBegun(FileStatus status) {
    return status == FileStatus.PROCESSING || status == FileStatus.INCOMPLETE || status.applied();
  }

  private void checkThresholds() {
    stores.thresholds.all().forEach(this::checkThreshold);
  }

  private void checkThreshold(AlertId target, RestockRule rule) {
    long units = rule.restockIfBelow();
    String version = stores.thresholds.setAt(target);
    List<Sent> setters =
        facts.files().stream().filter(file -> file.version().equals(version)).toList();
    Violation.unless(
        setters.stream()
            .anyMatch(file -> Long.valueOf(units).equals(file.content().thresholds().get(target))),
        target,
        "has a threshold that no file states:",
        units);
    if (!version.equals(thresholdsSetAt.put(target, version))
        && setters.stream().anyMatch(this::isIncomplete)) {
      Facts.KEYS.stream().filter(key -> key.itemId().equals(target.itemId())).forEach(late::add);
    }
  }

  /** A message is deleted: its effect must be durable. */
  void checkDone(Object body) {
    if (body instanceof Upload upload) {
      checkFinished(upload.fileId());
    } else if (body instanceof ReceivedEvent event) {
      checkDone(event);
    }
  }

  private void checkFinished(String fileId) {
    boolean isRecorded = stores.files.isRecorded(fileId);
    // A later generation has a message of its own.
    Violation.unless(
        isRecorded
            && (stores.files.find(fileId).generation() > 1
                || stores.files.find(fileId).status().finished()),
        "the message about file",
        fileId,
        "is deleted, but the file is not finished");
  }

  private void checkDone(ReceivedEvent event) {
    String number = event.record().sequenceNumber();
    StockKey key = event.movement().key();
    Violation.unless(
        stores.rejectedEvents.contains(number)
            || stores.levels.movements(key).stream()
                .anyMatch(stored -> isSame(stored, event.movement())),
        "the message of",
        event.movement().event(),
        number,
        "is deleted, but the event is neither stored nor rejected");
  }

  private static boolean isSame(Movement stored, Movement movement) {
    return stored.event().equals(movement.event())
        && stored.statement().equals(movement.statement());
  }

  /** Checks that nothing is left to do, while nothing is under way. */
  void checkAtRest() {
    for (Sent file : facts.files()) {
      Violation.unless(
          isRecorded(file) && state(file).status().finished(), file, "is not finished");
      Violation.unless(
          !releases.contains(List.of(file.fileId(), state(file).status().name())),
          file,
          "lost a release");
    }
    for (ReceivedEvent event : facts.events()) {
      checkDone(event);
    }
  }
}
