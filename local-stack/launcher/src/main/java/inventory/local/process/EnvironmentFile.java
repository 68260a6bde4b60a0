package inventory.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Variables as a file that a shell reads with {@code . file}. */
public final class EnvironmentFile {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private EnvironmentFile() {}

  /** Writes the file, for the owner's eyes only; who reads it meanwhile sees the old or the new. */
  public static void write(Path file, Map<String, String> variables) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path partial = Files.createTempFile(folder, ".env", ".partial", OWNER_ONLY);
    Files.writeString(partial, format(variables));
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
