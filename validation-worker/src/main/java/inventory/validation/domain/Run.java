package inventory.validation.domain;

import inventory.model.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A validation run and how far it has come. */
public final class Run {

  /** How many findings an e-mail names. */
  public static final int MAX_WORST = 10;

  private final String id;
  private final Instant startedAt;
  private final String findingsKey;
  private final Map<String, Long> findings = new TreeMap<>();
  private final List<Finding> worst = new ArrayList<>();
  private Place place = Place.START;
  private long transactions;
  private long levels;
  private int files;
  private int filesTotal;
  private int endings;
  private RunState state = RunState.RUNNING;
  private String reason = "";

  /**
   * A run that begins.
   *
   * @param findingsKey where its findings will be listed
   */
  public Run(String id, Instant startedAt, String findingsKey) {
    this.id = id;
    this.startedAt = startedAt;
    this.findingsKey = findingsKey;
  }

  /**
   * The numbers that a run has reached.
   *
   * @param files files checked
   * @param filesTotal files to check, an estimate
   * @param transactions transactions checked
   * @param levels levels checked
   * @param endings how often it has ended
   */
  public record Reached(int files, int filesTotal, long transactions, long levels, int endings) {}

  /** Goes on from what is on record. */
  public void restore(
      RunState recorded, Place from, Reached reached, Map<String, Long> found, List<Finding> bad) {
    state = recorded;
    place = from;
    files = reached.files();
    filesTotal = reached.filesTotal();
    transactions = reached.transactions();
    levels = reached.levels();
    endings = reached.endings();
    findings.putAll(found);
    worst.addAll(bad);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** When it was first started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Where its findings will be listed. */
  public String findingsKey() {
    return findingsKey;
  }

  /** Where it goes on after a crash. */
  public Place place() {
    return place;
  }

  /** How far it has come in numbers. */
  public Reached reached() {
    return new Reached(files, filesTotal, transactions, levels, endings);
  }

  /** How far it has come. */
  public RunState state() {
    return state;
  }

  /** Why it failed; empty unless it did. */
  public String reason() {
    return reason;
  }

  /** How many findings there are, by check. */
  public Map<String, Long> findings() {
    return Map.copyOf(findings);
  }

  /** How many findings there are. */
  public long found() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The worst findings, the worst first, of one severity the first first. */
  public List<Finding> worst() {
    return List.copyOf(worst);
  }

  void moveTo(Place next) {
    place = next;
  }

  void found(Finding finding) {
    findings.merge(finding.check(), 1L, Long::sum);
    worst.add(finding);
    worst.sort(Comparator.comparing(Finding::severity));
    if (worst.size() > MAX_WORST) {
      worst.remove(MAX_WORST);
    }
  }

  void transactionChecked() {
    transactions++;
  }

  void levelsChecked(int number) {
    levels += number;
  }

  void fileChecked() {
    files++;
    filesTotal = Math.max(filesTotal, files);
  }

  void resumed(int filesWaiting) {
    state = RunState.RUNNING;
    reason = "";
    filesTotal = files + filesWaiting;
  }

  void completed() {
    state = RunState.COMPLETED;
    filesTotal = files;
    endings++;
  }

  void failed(String why) {
    state = RunState.FAILED;
    reason = why;
    endings++;
  }
}
