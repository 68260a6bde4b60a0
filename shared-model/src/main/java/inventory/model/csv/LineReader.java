package inventory.model.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits UTF-8 into lines, LF or CRLF, in constant memory: a line over the limit is skipped and
 * reported.
 */
final class LineReader {

  /** The longest line, in bytes: far longer than any real row, and small in memory. */
  static final int MAX_LINE_BYTES = 64 * 1024;

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int SHOWN_BYTES = 1_000;
  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private byte[] line = new byte[512];
  private int length;
  private int number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line; empty at the end of the file. */
  Optional<Line> next() throws IOException {
    if (position == limit && !fill()) {
      return Optional.empty();
    }
    length = 0;
    long skipped = 0;
    do {
      int end = indexOfLineFeed();
      skipped += keep(end);
      position = end;
    } while (position == limit && fill());
    if (position < limit) {
      position++;
    }
    number++;
    return Optional.of(toLine(length + skipped));
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private int indexOfLineFeed() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Appends the buffer up to an index; returns how many bytes were over the limit. */
  private long keep(int end) {
    int wanted = end - position;
    // One byte more than the limit: a CR does not count.
    int kept = Math.min(wanted, MAX_LINE_BYTES + 1 - length);
    if (length + kept > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + kept));
    }
    System.arraycopy(buffer, position, line, length, kept);
    length += kept;
    return (long) wanted - kept;
  }

  private Line toLine(long bytes) {
    if (length > 0 && line[length - 1] == '\r' && bytes == length) {
      length--;
      bytes--;
    }
    if (bytes > MAX_LINE_BYTES) {
      return bad("the line is " + bytes + " bytes long; at most " + MAX_LINE_BYTES);
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8()) {
      return bad("the line is not valid UTF-8");
    }
    if (text.indexOf('\0') >= 0) {
      return bad("the line contains a NUL byte");
    }
    return new Line(number, text, Optional.empty());
  }

  /** The file itself may contain a replacement character: only the strict decoder can decide. */
  private boolean isUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private Line bad(String problem) {
    String shown = new String(line, 0, Math.min(length, SHOWN_BYTES), StandardCharsets.UTF_8);
    return new Line(number, shown.replaceAll("\\p{Cntrl}", "\uFFFD"), Optional.of(problem));
  }
}
