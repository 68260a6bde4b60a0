package org.gaul.s3proxy;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * S3Proxy's protocol without its server. That server has no place for a filter, and the class that
 * renders errors is only visible in this package.
 */
public final class S3Servlet {

  private static final long MAX_OBJECT = 5L << 30;

  /** A body with a signed digest stays in memory until the digest is checked; others stream. */
  private static final long MAX_BUFFERED_BODY = 64L << 20;

  private static final int MAX_CHUNK = 16 << 20;
  private static final int MAX_CLOCK_SKEW_SECONDS = 15 * 60;

  /** Pages from this machine may use presigned URLs of every bucket. */
  private static final CrossOriginResourceSharing CORS =
      new CrossOriginResourceSharing(
          List.of("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?"),
          List.of("GET", "PUT"),
          List.of("*"),
          List.of("*"),
          "");

  private final S3ProxyHandlerJetty servlet;

  /** Serves the store to clients that sign with this key (AWS signature version 4). */
  public S3Servlet(BlobStore store, String accessKeyId, String secretAccessKey) {
    servlet =
        new S3ProxyHandlerJetty(
            store,
            AuthenticationType.AWS_V4,
            accessKeyId,
            secretAccessKey,
            null,
            MAX_OBJECT,
            MAX_BUFFERED_BODY,
            MAX_CHUNK,
            false,
            CORS,
            "",
            MAX_CLOCK_SKEW_SECONDS,
            null);
  }

  /** The servlet, for any servlet container. */
  public Servlet servlet() {
    return servlet;
  }

  /**
   * Checks the signature of one request and executes another in its place.
   *
   * @param signed the request that the client signed
   * @param meant the request to execute
   * @param body the signed request's body
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if S3 refuses either
   */
  public void check(
      HttpServletRequest signed,
      HttpServletRequest meant,
      HttpServletResponse response,
      InputStream body)
      throws IOException {
    servlet.getHandler().doHandle(signed, meant, response, body, null);
  }

  /** Answers with an error in S3's form. */
  public void refuse(HttpServletRequest request, HttpServletResponse response, S3Exception error)
      throws IOException {
    String code = S3Exceptions.errorCode(error);
    servlet
        .getHandler()
        .sendSimpleErrorResponse(
            request,
            response,
            code == null ? "InternalError" : code,
            error.statusCode(),
            error.awsErrorDetails() == null || error.awsErrorDetails().errorMessage() == null
                ? error.getMessage()
                : error.awsErrorDetails().errorMessage(),
            Map.of());
  }
}
