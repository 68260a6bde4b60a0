package inventory.ingest.s3;

import inventory.ingest.IngestSettings;
import inventory.model.inbox.Upload;
import inventory.model.resource.Inbox;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.HttpStatusCode;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Recognizes the objects that the system itself wrote to the inbox. S3 sends notifications of them,
 * too. Only an object in a folder of the system costs a call.
 */
@Singleton
public final class S3OwnObjects {

  private final S3Client s3;
  private final String bucket;

  S3OwnObjects(S3Client s3, IngestSettings settings) {
    this.s3 = s3;
    this.bucket = settings.bucket();
  }

  /** Whether the system wrote an object. An object that is gone by now is nobody's upload. */
  public boolean contains(Upload upload) {
    return Inbox.isOwn(upload.key()) && !isOfSomebodyElse(upload);
  }

  private boolean isOfSomebodyElse(Upload upload) {
    HeadObjectRequest.Builder request =
        HeadObjectRequest.builder().bucket(bucket).key(upload.key());
    if (upload.versioned()) {
      request.versionId(upload.version());
    }
    try {
      return !s3.headObject(request.build())
          .metadata()
          .entrySet()
          .containsAll(Inbox.OWN.entrySet());
    } catch (S3Exception e) {
      if (e.statusCode() == HttpStatusCode.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
