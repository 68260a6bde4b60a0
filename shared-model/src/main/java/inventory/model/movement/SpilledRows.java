package inventory.model.movement;

import inventory.model.StockKey;
import inventory.model.csv.Row;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/** Rows on local disk, in a file that disappears with the process, even if it is killed. */
final class SpilledRows implements PartitionedFile.Partition {

  private final FileChannel file;
  private final DataOutputStream out;
  private long count;

  SpilledRows() throws IOException {
    file =
        FileChannel.open(
            Files.createTempFile("rows-", ".tmp"),
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file)));
  }

  void add(Row row) {
    try {
      out.writeInt(row.line());
      out.writeUTF(row.key().warehouse());
      out.writeUTF(row.key().itemId());
      out.writeUTF(row.itemName());
      Instant time = row.time();
      out.writeLong(time.getEpochSecond());
      out.writeInt(time.getNano());
      out.writeLong(row.value());
      count++;
    } catch (IOException e) {
      throw new UncheckedIOException("rows cannot be written to local disk", e);
    }
  }

  @Override
  public void forEach(Consumer<Row> visitor) throws IOException {
    out.flush();
    file.position(0);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
    for (long i = 0; i < count; i++) {
      visitor.accept(read(in));
    }
  }

  private static Row read(DataInputStream in) throws IOException {
    int line = in.readInt();
    StockKey key = new StockKey(in.readUTF(), in.readUTF());
    String itemName = in.readUTF();
    Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
    return new Row(line, key, itemName, time, in.readLong());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
