package inventory.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Variables as a file that a shell reads with {@code . file}. */
public final class EnvironmentFile {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  // One line of a file that this class wrote; only a value can hold a line break.
  private static final Pattern EXPORT =
      Pattern.compile("export (\\w+)='((?:[^']|'\\\\'')*)'\n", Pattern.DOTALL);

  private EnvironmentFile() {}

  /** Writes the file, for the owner's eyes only; who reads it meanwhile sees the old or the new. */
  public static void write(Path file, Map<String, String> variables) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path partial = Files.createTempFile(folder, ".env", ".partial", OWNER_ONLY);
    Files.writeString(partial, format(variables));
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Reads back what {@link #write} wrote. */
  public static Map<String, String> read(Path file) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    EXPORT
        .matcher(Files.readString(file))
        .results()
        .forEach(line -> variables.put(line.group(1), line.group(2).replace("'\\''", "'")));
    return variables;
  }

  static String format(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** Within single quotes a shell takes everything as it is, but a single quote. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
