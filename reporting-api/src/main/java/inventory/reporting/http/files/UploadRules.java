package inventory.reporting.http.files;

import inventory.reporting.domain.files.Uploads;
import inventory.reporting.http.Parameters;
import inventory.reporting.http.problems.BadParameterException;
import io.micronaut.core.annotation.Nullable;
import java.math.BigDecimal;

/**
 * The rules for uploads.
 *
 * @param maxBytes the largest file that may be uploaded
 */
public record UploadRules(long maxBytes) {

  private static final int MAX_NAME_LENGTH = 255;

  String name(@Nullable String value) {
    String name = Parameters.given(value).orElse("");
    boolean isGood =
        name.length() <= MAX_NAME_LENGTH
            && name.lastIndexOf('.') > 0
            && name.chars().noneMatch(Character::isISOControl)
            && Uploads.isSupported(name);
    if (!isGood) {
      throw new BadParameterException(
          "name",
          name,
          "a file name that ends in .csv, .tsv, .txt or .json and has at most "
              + MAX_NAME_LENGTH
              + " characters");
    }
    return name;
  }

  long size(@Nullable BigDecimal value) {
    boolean isGood =
        value != null
            && value.compareTo(BigDecimal.ONE) >= 0
            && value.compareTo(BigDecimal.valueOf(maxBytes)) <= 0
            && value.remainder(BigDecimal.ONE).signum() == 0;
    if (!isGood) {
      throw new BadParameterException(
          "size", String.valueOf(value), "the file's size in bytes, from 1 to " + maxBytes);
    }
    return value.longValueExact();
  }
}
