package inventory.validation.rebuild;

import inventory.model.FileKind;
import inventory.model.csv.UnreadableFileException;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Originals.OriginalUnavailableException;
import inventory.model.inbox.Upload;
import inventory.model.movement.FilePasses;
import inventory.model.movement.HashRange;
import inventory.model.movement.Movement;
import inventory.model.movement.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The files that the levels are made of, read one after another, each streamed. */
final class SourceFiles {

  private final Map<String, AppliedFile> files = new HashMap<>();
  private final Originals originals;
  private final long budget;

  /**
   * Wires it; nothing is read.
   *
   * @param budget bytes of memory that the movements of one file may take
   */
  SourceFiles(List<AppliedFile> applied, Originals originals, long budget) {
    applied.forEach(file -> files.put(file.upload().fileId(), file));
    this.originals = originals;
    this.budget = budget;
  }

  /** Whether a movement of this file can be held against it. */
  boolean has(String fileId) {
    return files.containsKey(fileId);
  }

  int count() {
    return files.size();
  }

  /**
   * Gives every movement that the files make of a part of the items, as ingest-service makes them.
   *
   * @param part asked before each file, as it may shrink
   * @throws CannotRebuildException if files cannot be read; it names all of them
   */
  void forEachMovement(Supplier<HashRange> part, Consumer<Movement> onMovement) {
    List<String> problems = new ArrayList<>();
    for (AppliedFile file : files.values()) {
      try (Original original = fetch(file)) {
        read(file, original, part.get(), onMovement);
      } catch (OriginalUnavailableException | UnreadableFileException e) {
        problems.add(file.unreadable(e));
      } catch (IOException e) {
        throw new UncheckedIOException("local disk fails while reading " + file.name(), e);
      }
    }
    if (!problems.isEmpty()) {
      throw new CannotRebuildException(problems);
    }
  }

  /** Only what was applied may be held against the table: without versions it can be replaced. */
  private Original fetch(AppliedFile file) throws OriginalUnavailableException, IOException {
    Original original = originals.fetch(file.upload());
    if (file.content().isPresent() && !file.content().get().equals(original.sha256())) {
      original.close();
      throw new OriginalUnavailableException(
          "its content has the SHA-256 %s; what was applied had %s: restore it"
              .formatted(original.sha256(), file.content().get()),
          null);
    }
    return original;
  }

  private void read(
      AppliedFile file, Original original, HashRange part, Consumer<Movement> onMovement)
      throws IOException, UnreadableFileException {
    Upload upload = file.upload();
    FileKind kind = FilePasses.headerOf(upload, original).kind();
    Origin origin = Origin.of(upload, original, kind);
    // Rejected rows changed no level; the nightly validation counts them.
    FilePasses passes = new FilePasses(upload, original, kind, part, budget, reject -> {});
    while (passes.hasNext()) {
      passes.next().movements(origin).forEach(onMovement);
    }
  }
}
