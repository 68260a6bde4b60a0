package inventory.chaos;

import java.util.EnumMap;
import java.util.Map;

/** What the chaos does to the system. */
public enum Fault {
  /** A message is delivered twice, as two messages. */
  DUPLICATED("duplicates", 0.10),
  /** A message is delivered some seconds later. */
  DELAYED("delays", 0.10),
  /** A delayed message is delivered after one that came later. */
  REORDERED("reorderings", 0),
  /** A message is delivered again while it is being processed. */
  REDELIVERED("redeliveries", 0.05),
  /** A service is killed and started again. */
  KILLED("kills", 0),
  /** AWS rejects a call because there are too many. */
  THROTTLED("throttled calls", 0.03),
  /** AWS fails, without an effect. */
  FAILED("failed calls", 0.02),
  /** AWS does what was asked, but its answer does not arrive. */
  LOST("lost answers", 0.02),
  /** AWS does what was asked after a while. */
  SLOWED("slow calls", 0.01),
  /** A transaction conflicts with another one. */
  CONFLICTED("conflicts of transactions", 0.05);

  private final String plural;
  private final double usualRate;

  Fault(String plural, double usualRate) {
    this.plural = plural;
    this.usualRate = usualRate;
  }

  /** Many of them, in words. */
  public String plural() {
    return plural;
  }

  /** How often a call or a message suffers each fault, from 0 to 1. */
  public static Map<Fault, Double> usualRates() {
    Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    for (Fault fault : values()) {
      rates.put(fault, fault.usualRate);
    }
    return rates;
  }
}
