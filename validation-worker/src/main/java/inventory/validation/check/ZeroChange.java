package inventory.validation.check;

import inventory.model.FileKind;
import inventory.validation.domain.Check;
import inventory.validation.domain.Report;
import inventory.validation.domain.Severity;
import inventory.validation.domain.Transaction;

/** A change of zero: the number was lost or is not known. */
public final class ZeroChange implements Check {

  @Override
  public String name() {
    return "zero-change";
  }

  @Override
  public Severity severity() {
    return Severity.SUSPECT;
  }

  @Override
  public void transaction(Transaction transaction, Report report) {
    boolean isChange = transaction.file().kind() == FileKind.TRANSACTIONS;
    if (isChange && transaction.row().value() == 0) {
      report.add(transaction.finding(this, "a change of 0", "a change of stock"));
    }
  }
}
