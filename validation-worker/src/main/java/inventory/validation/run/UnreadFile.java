package inventory.validation.run;

import inventory.validation.domain.FileFacts;
import inventory.validation.domain.FileRecord;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;

/**
 * The facts of a file whose rows were not read: either none is in the levels, or none is readable.
 *
 * @param record the file's record
 */
record UnreadFile(FileRecord record) implements FileFacts {

  @Override
  public boolean isRead() {
    return false;
  }

  @Override
  public BigInteger total() {
    return BigInteger.ZERO;
  }

  @Override
  public Counted forEach(Consumer<List<Pair>> visitor) {
    return new Counted(0, 0);
  }
}
