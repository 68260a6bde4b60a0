package inventory.emulator.s3.awssdk;

/** How an object was created, by the names that S3 gives to its events. */
enum EventName {
  PUT("ObjectCreated:Put"),
  COPY("ObjectCreated:Copy"),
  COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload");

  private final String text;

  EventName(String text) {
    this.text = text;
  }

  /** The name as events have it; configurations put {@code s3:} before it. */
  String text() {
    return text;
  }
}
