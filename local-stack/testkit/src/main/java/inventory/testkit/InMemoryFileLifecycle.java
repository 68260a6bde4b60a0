package inventory.testkit;

import inventory.model.AlertRecord.Decision;
import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.FileTransition;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.Upload;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of files and their claims, in memory; each method is atomic. */
public final class InMemoryFileLifecycle implements FileLifecycle {

  private final Map<String, FileState> states = new LinkedHashMap<>();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final Map<String, Long> rejected = new HashMap<>();
  // By content, and by key.
  private final Map<String, FileState> contents = new HashMap<>();
  private final Map<String, Owner> keys = new HashMap<>();

  private record Owner(FileState file, String sha256) {}

  /** The recorded states, in the order of the first records. */
  public synchronized List<FileState> all() {
    return List.copyOf(states.values());
  }

  /** Whether there is a record of a file. */
  public synchronized boolean isRecorded(String fileId) {
    return states.containsKey(fileId);
  }

  /** The last result that was recorded for a file; null if there is none. */
  public synchronized Outcome outcome(String fileId) {
    return outcomes.get(fileId);
  }

  /** The number of rejects of a file. */
  public synchronized long rejected(String fileId) {
    return rejected.get(fileId);
  }

  @Override
  public synchronized FileState register(Upload upload, FileKind kind) {
    return states.computeIfAbsent(upload.fileId(), id -> FileState.received(upload, kind));
  }

  @Override
  public synchronized FileState find(String fileId) {
    FileState file = states.get(fileId);
    if (file == null) {
      throw new IllegalStateException("there is no record of file " + fileId);
    }
    return file;
  }

  @Override
  public synchronized FileState start(FileState file, FileKind kind, int rules) {
    return mayStart(file, rules) ? put(file.started(kind, rules)) : find(file.fileId());
  }

  private boolean mayStart(FileState file, int rules) {
    int begun = find(file.fileId()).rules().orElse(rules);
    return begun == rules && isAllowed(FileTransition.START, file);
  }

  private boolean isAllowed(FileTransition transition, FileState file) {
    FileState now = find(file.fileId());
    return transition.from().contains(now.status()) && now.generation() == file.generation();
  }

  private FileState put(FileState file) {
    states.put(file.fileId(), file);
    return file;
  }

  @Override
  public synchronized Claim claim(
      FileState file, String sha256, int rules, Optional<String> formerOwner) {
    if (!mayStart(file, rules)) {
      return new Claim.Recorded(find(file.fileId()));
    }
    FileState owner = contents.getOrDefault(sha256, file);
    boolean isOurs = owner.fileId().equals(file.fileId());
    if (!isOurs && !formerOwner.equals(Optional.of(owner.fileId()))) {
      return new Claim.ContentTaken(owner.fileId(), owner.upload().key());
    }
    String key = file.upload().key();
    if (!file.isReleased()) {
      Owner ofKey = keys.getOrDefault(key, new Owner(file, sha256));
      if (!ofKey.sha256().equals(sha256)) {
        return new Claim.KeyTaken(ofKey.file().fileId(), key);
      }
      keys.put(key, new Owner(file, sha256));
    }
    contents.put(sha256, file);
    return new Claim.Recorded(put(file.started(FileKind.TRANSACTIONS, rules)));
  }

  @Override
  public synchronized FileState finish(FileState file, Outcome outcome) {
    if (!isAllowed(FileTransition.between(file.status(), outcome.status()), file)) {
      return find(file.fileId());
    }
    outcomes.put(file.fileId(), outcome);
    rejected.put(file.fileId(), outcome.rowsRejected());
    return put(file.finished(outcome));
  }

  @Override
  public synchronized FileState release(String fileId, FileStatus from, Decision decision) {
    FileState now = find(fileId);
    if (now.status() != from || !isAllowed(FileTransition.RELEASE, now)) {
      return now;
    }
    outcomes.remove(fileId);
    return put(now.released());
  }

  @Override
  public synchronized void raiseRejected(Upload upload, long count) {
    rejected.merge(find(upload.fileId()).fileId(), count, Math::max);
  }
}
