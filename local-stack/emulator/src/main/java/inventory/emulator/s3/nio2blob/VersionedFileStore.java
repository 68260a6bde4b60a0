package inventory.emulator.s3.nio2blob;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.concurrent.atomic.AtomicLong;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

/** S3Proxy's file store with versions, which S3Proxy only offers in memory. */
public final class VersionedFileStore extends AbstractNio2BlobStore {

  /** Keeps version ids at 16 digits, as S3Proxy needs to sort them, until the year 2286. */
  private static final long VERSIONS_PER_MILLISECOND = 1_000;

  /**
   * Opens the store. A virtual machine may have only one.
   *
   * @param folder is created if it is missing
   * @throws IllegalStateException if the file system does not support user-defined attributes
   */
  public VersionedFileStore(Path folder) throws IOException {
    super(Files.createDirectories(folder));
    if (!Files.getFileStore(folder).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
      throw new IllegalStateException(
          folder
              + " is on a file system without user-defined attributes (xattr), in which S3 keeps"
              + " headers and versions: choose a folder on another one");
    }
    continueVersions();
  }

  /** S3Proxy counts versions from 0 in each process, so an id could occur twice for a key. */
  private static void continueVersions() {
    try {
      Field sequence = AbstractNio2BlobStore.class.getDeclaredField("VERSION_SEQUENCE");
      sequence.setAccessible(true);
      ((AtomicLong) sequence.get(null)).set(System.currentTimeMillis() * VERSIONS_PER_MILLISECOND);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this version of S3Proxy counts its versions in another way", e);
    }
  }

  @Override
  public boolean supportsVersioning() {
    return true;
  }
}
