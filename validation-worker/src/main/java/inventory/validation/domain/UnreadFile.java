package inventory.validation.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;

/**
 * The facts of a file of which no row was read, as none is in the levels, or none can be.
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
