package inventory.threshold.domain;

import inventory.threshold.file.BadEntryException;
import inventory.threshold.file.Entry;
import inventory.threshold.file.EntryParser;
import inventory.threshold.file.Reject;
import inventory.threshold.file.RejectedEntry;
import inventory.threshold.file.Threshold;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a file, combined. Equal entries are one threshold. Entries that disagree about one
 * are all rejected, because it is unclear which is meant. Memory grows only with the thresholds.
 */
final class Entries {

  private final Map<Threshold.Target, EntryGroup> statements = new LinkedHashMap<>();
  private int total;
  private int bad;

  /** Adds the next entry. */
  void add(Entry entry) {
    total++;
    try {
      Threshold threshold = EntryParser.parse(entry);
      statements
          .computeIfAbsent(threshold.target(), target -> new EntryGroup(threshold.rule()))
          .add(entry.index(), threshold.rule());
    } catch (BadEntryException e) {
      // Only counted: the reason is computed again when the rejects are written.
      bad++;
    }
  }

  int total() {
    return total;
  }

  int rejected() {
    return bad
        + statements.values().stream()
            .filter(EntryGroup::isContradictory)
            .mapToInt(EntryGroup::entries)
            .sum();
  }

  /** How many entries are about some targets. */
  int about(Collection<Threshold.Target> targets) {
    return targets.stream().mapToInt(target -> statements.get(target).entries()).sum();
  }

  /** The thresholds on which the entries agree, in the file's order. */
  List<Threshold> agreed() {
    return statements.entrySet().stream()
        .filter(statement -> !statement.getValue().isContradictory())
        .map(statement -> new Threshold(statement.getKey(), statement.getValue().value()))
        .toList();
  }

  /** The reason why an entry does not apply, after all were added; empty if it applies. */
  Optional<RejectedEntry> rejectOf(Entry entry) {
    return reject(entry).map(reject -> new RejectedEntry(entry, reject));
  }

  private Optional<Reject> reject(Entry entry) {
    try {
      EntryGroup statement = statements.get(EntryParser.parse(entry).target());
      return statement.isContradictory()
          ? Optional.of(Reject.conflict(entry.index(), statement.conflictOf(entry.index())))
          : Optional.empty();
    } catch (BadEntryException e) {
      return Optional.of(e.reject());
    }
  }
}
