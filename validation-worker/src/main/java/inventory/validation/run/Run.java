package inventory.validation.run;

import inventory.model.RunState;
import inventory.validation.domain.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A validation run and its progress. */
public final class Run {

  /** How many findings an e-mail lists. */
  public static final int MAX_WORST = 10;

  private final String id;
  private final Instant startedAt;
  private final String findingsKey;
  private final Map<String, Long> findings = new TreeMap<>();
  private final List<Finding> worst = new ArrayList<>();
  private final Map<String, Long> inGroup = new TreeMap<>();
  private Checkpoint checkpoint = Checkpoint.START;
  private long transactions;
  private long levels;
  private int files;
  private int filesTotal;
  private int endings;
  private RunState state = RunState.RUNNING;
  private String reason = "";

  /**
   * A new run.
   *
   * @param findingsKey the object key of its list of findings
   */
  public Run(String id, Instant startedAt, String findingsKey) {
    this.id = id;
    this.startedAt = startedAt;
    this.findingsKey = findingsKey;
  }

  /**
   * A run's numbers.
   *
   * @param files files checked
   * @param filesTotal files to check, an estimate
   * @param transactions transactions checked
   * @param levels levels checked
   * @param endings how often it has ended
   */
  public record Reached(int files, int filesTotal, long transactions, long levels, int endings) {}

  /** Restores a stored run. */
  public void restore(
      RunState recorded,
      Checkpoint saved,
      Reached reached,
      Map<String, Long> found,
      List<Finding> bad,
      Map<String, Long> ofGroup) {
    state = recorded;
    checkpoint = saved;
    files = reached.files();
    filesTotal = reached.filesTotal();
    transactions = reached.transactions();
    levels = reached.levels();
    endings = reached.endings();
    findings.putAll(found);
    worst.addAll(bad);
    inGroup.putAll(ofGroup);
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** When it was first started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** The object key of its list of findings. */
  public String findingsKey() {
    return findingsKey;
  }

  /** Where it resumes after a crash. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** Its numbers. */
  public Reached reached() {
    return new Reached(files, filesTotal, transactions, levels, endings);
  }

  /** Its state. */
  public RunState state() {
    return state;
  }

  /** Why it failed; empty if it did not. */
  public String reason() {
    return reason;
  }

  /** The number of findings by check. */
  public Map<String, Long> findings() {
    return Map.copyOf(findings);
  }

  /** The number of findings. */
  public long found() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The worst findings, by severity, then in the order in which they were found. */
  public List<Finding> worst() {
    return List.copyOf(worst);
  }

  /** The number of findings by check about the current file or warehouse. */
  public Map<String, Long> inGroup() {
    return Map.copyOf(inGroup);
  }

  void endGroup() {
    inGroup.clear();
  }

  void moveTo(Checkpoint next) {
    checkpoint = next;
  }

  void found(Finding finding) {
    if (!finding.isOfFile()) {
      inGroup.merge(finding.check(), 1L, Long::sum);
    }
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
