package inventory.model.recipients.dynamodb;

import inventory.model.recipients.RecipientDocument;
import inventory.model.table.Attributes;
import inventory.model.table.ItemBuilder;
import inventory.model.table.Keys;
import inventory.model.table.Values;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rules that say who is notified of low stock: one item, of about 64 KB at most. */
public final class RecipientItem {

  private static final String DOCUMENT = "document";
  private static final String VERSION = "version";
  private static final String SET_AT = "setAt";
  private static final String SET_BY = "setBy";
  private static final String SOURCE = "source";

  /** Condition of a put: nothing is set. */
  public static final String IS_ABSENT = "attribute_not_exists(" + VERSION + ")";

  /** Condition of a put: what is set is not newer than {@code :version}. */
  public static final String IS_NOT_NEWER = IS_ABSENT + " OR " + VERSION + " <= :version";

  /** Condition of a put: what is set has the version {@code :read}. */
  public static final String IS_CURRENT = VERSION + " = :read";

  private RecipientItem() {}

  /** The item's key. */
  public static Map<String, AttributeValue> key() {
    return Values.key(Keys.RECIPIENTS, Keys.ONLY);
  }

  /** The document of an item of the table; empty if there is no item. */
  public static Optional<RecipientDocument> of(Map<String, AttributeValue> item) {
    if (item.isEmpty()) {
      return Optional.empty();
    }
    Attributes attributes = new Attributes(item);
    return Optional.of(
        new RecipientDocument(
            attributes.text(DOCUMENT),
            attributes.instant(SET_AT),
            attributes.optionalText(SET_BY).orElse(""),
            attributes.text(SOURCE)));
  }

  /** The item of a document. */
  public static Map<String, AttributeValue> toItem(RecipientDocument document) {
    return new ItemBuilder(key())
        .text(DOCUMENT, document.json())
        .text(VERSION, document.version())
        .instant(SET_AT, document.at())
        .textUnlessEmpty(SET_BY, document.by())
        .text(SOURCE, document.source())
        .build();
  }
}
