package inventory.validation.findings;

import java.util.Locale;

/** Whether people know a finding, in the order in which they read them. */
public enum FindingState {
  /** The last completed run did not have it. */
  NEW,
  /** The last completed run had it. */
  KNOWN,
  /** A person accepted it, with its values and until a day: it does not count. */
  ACCEPTED;

  /** Its name in the list of findings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
