package inventory.launcher.generate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import inventory.stack.LaunchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes totals as JSON and reads them. */
public final class TotalsFile {

  // The same line ends on every machine.
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private TotalsFile() {}

  /** Writes totals and leaves the stream open. */
  public static void write(Totals totals, OutputStream out) throws IOException {
    JSON.writer(PRINTER).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, totals);
    out.write('\n');
    out.flush();
  }

  /**
   * Reads totals.
   *
   * @param name the name of the input, for messages
   * @throws LaunchException if the input is not totals, or has another version
   */
  public static Totals read(InputStream in, String name) throws IOException {
    try {
      Totals totals = JSON.readValue(in, Totals.class);
      if (totals.version() != Totals.VERSION) {
        throw new LaunchException(
            "%s has version %d, but this program reads version %d: generate it again"
                .formatted(name, totals.version(), Totals.VERSION));
      }
      return totals;
    } catch (JacksonException e) {
      throw new LaunchException(
          "%s was not written by ./inventory generate (%s): generate it again"
              .formatted(name, e.getOriginalMessage()),
          e);
    }
  }
}
