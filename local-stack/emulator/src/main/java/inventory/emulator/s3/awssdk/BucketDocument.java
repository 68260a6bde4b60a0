package inventory.emulator.s3.awssdk;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configuration of a bucket that is kept as the client put it, and given back. Only those of the
 * notifications and of what other sites' pages may do have an effect.
 */
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

  /** The parameter of the request that names it. */
  String parameter() {
    return parameter;
  }

  /** The error if there is none; empty if an empty document is the answer. */
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
