package inventory.validation.check;

import inventory.model.FileKind;
import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;

/** A change of zero: the number was lost or is not known. */
public final class ZeroChange extends Check {

  /** Creates the check. */
  public ZeroChange() {
    super("zero-change", Severity.SUSPECT);
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    boolean isChange = transaction.file().kind() == FileKind.TRANSACTIONS;
    if (isChange && transaction.row().value() == 0) {
      report.add(transaction.finding(this, "a change of 0", "a change of stock"));
    }
  }
}
