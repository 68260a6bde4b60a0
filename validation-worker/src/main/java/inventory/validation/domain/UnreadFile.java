package inventory.validation.domain;

import java.math.BigInteger;

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
  public Counted forEach(Visitor visitor) {
    return new Counted(0, 0);
  }
}
