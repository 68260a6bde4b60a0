package inventory.validation.rebuild.source;

import inventory.model.FileKind;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Upload;
import inventory.model.movement.HashRange;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import inventory.model.movement.PartitionedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The files from which the levels follow. They are read one after another; each is streamed. */
public final class SourceFiles {

  private final Map<String, AppliedFile> files = new HashMap<>();
  private final Originals originals;
  private final long budget;

  /**
   * Creates it; reads nothing.
   *
   * @param budget bytes of memory that the movements of one file may take
   */
  public SourceFiles(List<AppliedFile> applied, Originals originals, long budget) {
    applied.forEach(file -> files.put(file.upload().fileId(), file));
    this.originals = originals;
    this.budget = budget;
  }

  /** Whether this file is one of them, so that its movements can be compared with it. */
  public boolean has(String fileId) {
    return files.containsKey(fileId);
  }

  /** How many files there are. */
  public int count() {
    return files.size();
  }

  /**
   * Passes every movement that the files give for a part of the items, as ingest-service would make
   * it.
   *
   * @param part evaluated before each file, as the part may shrink
   * @throws CannotRebuildException if files cannot be read; the message names all of them
   */
  public void forEachMovement(Supplier<HashRange> part, Consumer<Movement> onMovement) {
    List<String> problems = new ArrayList<>();
    for (AppliedFile file : files.values()) {
      try (Original original = fetch(file)) {
        read(file, original, part.get(), onMovement);
      } catch (OriginalUnavailableException | UnreadableFileException e) {
        problems.add(file.unreadable(e));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the local copy of " + file.name(), e);
      }
    }
    if (!problems.isEmpty()) {
      throw new CannotRebuildException(problems);
    }
  }

  /** Without versions an object can be replaced: only the content that was applied is compared. */
  private Original fetch(AppliedFile file) throws OriginalUnavailableException, IOException {
    Original original = originals.fetch(file.upload());
    if (file.content().isPresent() && !file.content().get().equals(original.sha256())) {
      original.close();
      throw new OriginalUnavailableException(
          "its content has the SHA-256 %s, but the applied content had %s: restore it"
              .formatted(original.sha256(), file.content().get()),
          null);
    }
    return original;
  }

  private void read(
      AppliedFile file, Original original, HashRange part, Consumer<Movement> onMovement)
      throws IOException, UnreadableFileException {
    Upload upload = file.upload();
    FileKind kind = PartitionedFile.headerOf(upload, original).kind();
    Origin origin = Origin.of(upload, file.isReleased(), original, kind);
    // Rejected rows changed no level. The nightly validation counts them.
    try (PartitionedFile rows = new PartitionedFile(upload, original, part, budget, reject -> {})) {
      while (rows.hasNext()) {
        rows.next().movements(origin).forEach(onMovement);
      }
    }
  }
}
