package inventory.threshold.recipients;

import inventory.model.FileKind;
import inventory.model.FileStatus;
import inventory.model.inbox.FileEvents;
import inventory.model.inbox.FileIntake;
import inventory.model.inbox.FileLifecycle;
import inventory.model.inbox.FileState;
import inventory.model.inbox.Original;
import inventory.model.inbox.Originals;
import inventory.model.inbox.Outcome;
import inventory.model.inbox.RejectsFile;
import inventory.model.inbox.RejectsStore;
import inventory.model.inbox.Upload;
import inventory.model.recipients.InvalidRecipientsException;
import inventory.model.recipients.InvalidRecipientsException.Problem;
import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.RecipientRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Imports the file with the rules about recipients. Rules apply as a whole: a file with any problem
 * changes nothing, and its rejects name every problem with line, column, field and reason. Rules
 * that were set later, by file or by API, are never overwritten. Each step can be repeated at any
 * time.
 */
public final class RecipientsImport implements FileIntake.Steps {

  // The version of the rules by which these files are read.
  private static final int RULES = 1;

  private final FileLifecycle files;
  private final RecipientDocuments documents;
  private final RejectsStore rejectsStore;
  private final FileIntake intake;

  /**
   * Wires the use case.
   *
   * @param executor runs a call that need not wait for another one
   */
  public RecipientsImport(
      FileLifecycle files,
      Originals originals,
      RecipientDocuments documents,
      RejectsStore rejectsStore,
      FileEvents fileEvents,
      Executor executor) {
    this.files = files;
    this.documents = documents;
    this.rejectsStore = rejectsStore;
    this.intake = new FileIntake(files, originals, fileEvents, FileKind.RECIPIENTS, this, executor);
  }

  /**
   * Imports one upload. When this method returns, the effect is durable and the file is finished.
   *
   * @return the status of the file, set now or by an earlier delivery
   * @throws RuntimeException if a step fails that may succeed when it is retried
   */
  public FileStatus process(Upload upload) {
    return intake.process(upload);
  }

  @Override
  public FileState process(FileState file, Original original) throws IOException {
    try {
      String json = read(original);
      RecipientRules rules = RecipientRules.parse(json);
      return apply(file, json, rules);
    } catch (CharacterCodingException e) {
      return files.finish(
          file,
          Outcome.unapplied(
              FileStatus.REJECTED, FileKind.RECIPIENTS, "the file is not text in UTF-8"));
    } catch (InvalidRecipientsException e) {
      return files.finish(file, rejected(file.upload(), e.problems()));
    }
  }

  /** At most one byte more than a document may have: it is then rejected for its size. */
  private static String read(Original original) throws IOException {
    try (InputStream in = original.open()) {
      byte[] content = in.readNBytes(RecipientRules.MAX_BYTES + 1);
      return content.length > RecipientRules.MAX_BYTES
          ? new String(content, StandardCharsets.ISO_8859_1)
          : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }
  }

  private FileState apply(FileState file, String json, RecipientRules rules) {
    FileState started = files.start(file, FileKind.RECIPIENTS, RULES);
    if (!started.isStartedFrom(file)) {
      return started;
    }
    Upload upload = started.upload();
    boolean isSet =
        documents.set(new RecipientDocument(json, upload.uploadedAt(), "", upload.fileId()));
    return files.finish(
        started,
        new Outcome(
            isSet ? FileStatus.APPLIED : FileStatus.PARTIAL,
            FileKind.RECIPIENTS,
            isSet ? rules.rules().size() : 0,
            0,
            isSet ? rules.reason() : "newer rules are set; this file changes nothing",
            Optional.empty(),
            List.of()));
  }

  private Outcome rejected(Upload upload, List<Problem> problems) throws IOException {
    try (RejectsFile<Problem> rejects = new RejectsFile<>(ProblemsWriter::new, Problem::toString)) {
      problems.forEach(rejects::add);
      return new Outcome(
          FileStatus.REJECTED,
          FileKind.RECIPIENTS,
          0,
          problems.size(),
          "the file has %s; the rules that were set before still apply"
              .formatted(problems.size() == 1 ? "a problem" : problems.size() + " problems"),
          rejects.store(upload, rejectsStore),
          rejects.first());
    }
  }
}
