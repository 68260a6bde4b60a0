package inventory.emulator.s3;

import java.util.Optional;
import java.util.stream.Stream;

/** A configuration of a bucket that clients put and get. Only the notifications have an effect. */
enum BucketDocument {
  NOTIFICATION("notification", null),
  CORS("cors", "NoSuchCORSConfiguration"),
  LIFECYCLE("lifecycle", "NoSuchLifecycleConfiguration"),
  POLICY("policy", "NoSuchBucketPolicy"),
  ENCRYPTION("encryption", "ServerSideEncryptionConfigurationNotFoundError"),
  PUBLIC_ACCESS_BLOCK("publicAccessBlock", "NoSuchPublicAccessBlockConfiguration"),
  OWNERSHIP_CONTROLS("ownershipControls", "OwnershipControlsNotFoundError"),
  TAGGING("tagging", "NoSuchTagSet");

  private final String parameter;
  private final String absentCode;

  BucketDocument(String parameter, String absentCode) {
    this.parameter = parameter;
    this.absentCode = absentCode;
  }

  /** The request parameter that names it. */
  String parameter() {
    return parameter;
  }

  /** The error code if the bucket has none; empty if an empty document is the answer. */
  Optional<String> absentCode() {
    return Optional.ofNullable(absentCode);
  }

  String contentType() {
    return this == POLICY ? "application/json" : "application/xml";
  }

  static Stream<BucketDocument> all() {
    return Stream.of(values());
  }
}
