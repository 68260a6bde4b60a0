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

/** Writes totals as JSON in UTF-8, and reads them back. */
public final class TotalsFile {

  // Line ends do not depend on the machine.
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private TotalsFile() {}

  /** Writes totals, and leaves the stream open. */
  public static void write(Totals totals, OutputStream out) throws IOException {
    JSON.writer(PRINTER).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, totals);
    out.write('\n');
    out.flush();
  }

  /**
   * Reads totals.
   *
   * @param name what to call them where they are wrong
   * @throws LaunchException if these are no totals, or of another version
   */
  public static Totals read(InputStream in, String name) throws IOException {
    try {
      Totals totals = JSON.readValue(in, Totals.class);
      if (totals.version() != Totals.VERSION) {
        throw new LaunchException(
            "%s has version %d, and version %d is read here: generate it anew"
                .formatted(name, totals.version(), Totals.VERSION));
      }
      return totals;
    } catch (JacksonException e) {
      throw new LaunchException(
          "%s is not what ./inventory generate writes (%s): generate it anew"
              .formatted(name, e.getOriginalMessage()),
          e);
    }
  }
}
