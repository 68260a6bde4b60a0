package inventory.reporting.s3;

import inventory.reporting.domain.files.UploadUrls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Signs uploads to the inbox bucket, including their sizes and types. */
public final class S3UploadUrls implements UploadUrls {

  /** Headers that every client sets itself, and that a page cannot set. */
  private static final List<String> OF_THE_CLIENT = List.of("host", "content-length");

  private final S3Presigner presigner;
  private final String bucket;

  /** Signs for the bucket with this name. */
  public S3UploadUrls(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public Signed sign(String key, String mediaType, long size, Duration validFor) {
    PresignedPutObjectRequest request =
        presigner.presignPutObject(
            presign ->
                presign
                    .signatureDuration(validFor)
                    .putObjectRequest(
                        put ->
                            put.bucket(bucket)
                                .key(key)
                                .contentType(mediaType)
                                .contentLength(size)));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.signedHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    headers.keySet().removeIf(name -> OF_THE_CLIENT.stream().anyMatch(name::equalsIgnoreCase));
    return new Signed(request.url().toString(), Map.copyOf(headers));
  }
}
