package inventory.validation.run;

import inventory.model.RunState;
import inventory.validation.domain.Finding;
import inventory.validation.findings.FindingState;
import inventory.validation.findings.FoundFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A validation run and its progress. */
public final class Run {

  /** How many findings an e-mail lists. */
  public static final int MAX_WORST = 10;

  /** Between a state and a check in the numbers of a group. */
  static final String GROUP_SEPARATOR = " ";

  private final String id;
  private final Instant startedAt;
  private final String findingsKey;
  private final Map<String, Long> findings = new TreeMap<>();
  private final Map<String, Long> newFindings = new TreeMap<>();
  private final List<FoundFinding> worst = new ArrayList<>();
  private final Map<String, Long> inGroup = new TreeMap<>();
  private Checkpoint checkpoint = Checkpoint.START;
  private long accepted;
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

  /**
   * What a run has found.
   *
   * @param findings the number of findings by check, without those that are accepted
   * @param newFindings how many of them are new, by check
   * @param accepted the number of accepted findings
   * @param worst the worst findings: new ones first, then by severity, then as they were found
   * @param inGroup the number of findings about the current file or warehouse, by state and check
   */
  public record Found(
      Map<String, Long> findings,
      Map<String, Long> newFindings,
      long accepted,
      List<FoundFinding> worst,
      Map<String, Long> inGroup) {

    /** Copies maps and list. */
    public Found {
      findings = Map.copyOf(findings);
      newFindings = Map.copyOf(newFindings);
      worst = List.copyOf(worst);
      inGroup = Map.copyOf(inGroup);
    }
  }

  /** Restores a stored run. */
  public void restore(RunState recorded, Checkpoint saved, Reached reached, Found found) {
    state = recorded;
    checkpoint = saved;
    files = reached.files();
    filesTotal = reached.filesTotal();
    transactions = reached.transactions();
    levels = reached.levels();
    endings = reached.endings();
    findings.putAll(found.findings());
    newFindings.putAll(found.newFindings());
    accepted = found.accepted();
    worst.addAll(found.worst());
    inGroup.putAll(found.inGroup());
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

  /** What it has found. */
  public Found found() {
    return new Found(findings, newFindings, accepted, worst, inGroup);
  }

  /** The number of findings, without those that are accepted. */
  public long numberFound() {
    return findings.values().stream().mapToLong(Long::longValue).sum();
  }

  void endGroup() {
    inGroup.clear();
  }

  void moveTo(Checkpoint next) {
    checkpoint = next;
  }

  /**
   * Counts a finding.
   *
   * @return how many of its state and check there are about the current file or warehouse
   */
  long found(FindingState state, Finding finding) {
    if (state == FindingState.ACCEPTED) {
      accepted++;
    } else {
      findings.merge(finding.check(), 1L, Long::sum);
      keepIfBad(new FoundFinding(state, finding));
    }
    if (state == FindingState.NEW) {
      newFindings.merge(finding.check(), 1L, Long::sum);
    }
    return finding.isOfFile()
        ? 0
        : inGroup.merge(state + GROUP_SEPARATOR + finding.check(), 1L, Long::sum);
  }

  private void keepIfBad(FoundFinding found) {
    worst.add(found);
    worst.sort(FoundFinding.WORST_FIRST);
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
