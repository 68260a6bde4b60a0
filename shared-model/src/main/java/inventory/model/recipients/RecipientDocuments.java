package inventory.model.recipients;

import java.util.Optional;

/** The store of the rules: one document, which a newer one replaces. */
public interface RecipientDocuments {

  /** The current document, strongly consistent; empty if none was ever set. */
  Optional<RecipientDocument> find();

  /**
   * Sets a document, unless a newer one is set. The same document may be set again.
   *
   * @return false if a newer one is set
   */
  boolean set(RecipientDocument document);

  /**
   * Sets a document, provided that a version is current.
   *
   * @param version the version that was read; empty if there was none
   * @return false if another one is current
   */
  boolean replace(Optional<String> version, RecipientDocument document);
}
