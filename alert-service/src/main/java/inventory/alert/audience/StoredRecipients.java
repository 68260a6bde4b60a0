package inventory.alert.audience;

import inventory.model.recipients.RecipientDocument;
import inventory.model.recipients.RecipientDocuments;
import inventory.model.recipients.RecipientRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rules in the store. They are read once in {@value #SECONDS} seconds at most, and parsed when
 * they have changed.
 */
public final class StoredRecipients implements Recipients {

  private static final int SECONDS = 5;
  private static final Duration KEPT = Duration.ofSeconds(SECONDS);

  private final RecipientDocuments documents;
  private final Supplier<Instant> now;
  private Optional<RecipientDocument> document = Optional.empty();
  private RecipientRules rules = RecipientRules.NONE;
  private Instant readAt = Instant.MIN;

  /**
   * Reads a store.
   *
   * @param now the clock
   */
  public StoredRecipients(RecipientDocuments documents, Supplier<Instant> now) {
    this.documents = documents;
    this.now = now;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the stored rules are not valid, as after the return to an
   *     older release
   */
  @Override
  public synchronized RecipientRules current() {
    Instant at = now.get();
    if (!at.isBefore(readAt.plus(KEPT))) {
      Optional<RecipientDocument> found = documents.find();
      if (!found.equals(document)) {
        rules = found.map(RecipientDocument::rules).orElse(RecipientRules.NONE);
        document = found;
      }
      readAt = at;
    }
    return rules;
  }
}
