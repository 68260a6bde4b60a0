package inventory.alert.audience;

import inventory.model.recipients.RecipientRules;

/** The rules that people have set. */
@FunctionalInterface
public interface Recipients {

  /** The rules of now; they may lag by some seconds. */
  RecipientRules current();
}
