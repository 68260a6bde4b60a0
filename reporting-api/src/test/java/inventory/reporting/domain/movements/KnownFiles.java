package inventory.reporting.domain.movements;

import inventory.model.table.FileItem;
import inventory.reporting.domain.Page;
import inventory.reporting.domain.files.FileRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** File records that have only keys. */
final class KnownFiles implements FileRecords {

  @Override
  public Page<FileItem, PagePosition> ofDay(
      Filter filter, int limit, Optional<PagePosition> after) {
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public Optional<FileItem> find(String fileId) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> keysOf(Set<String> fileIds) {
    return fileIds.stream().collect(Collectors.toMap(Function.identity(), id -> "key of " + id));
  }
}
