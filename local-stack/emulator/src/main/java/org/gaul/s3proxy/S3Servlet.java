package org.gaul.s3proxy;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * S3Proxy's protocol without its server. Its own server offers no place for a filter, and the class
 * that renders its errors is visible in its package alone.
 */
public final class S3Servlet {

  private static final long MAX_OBJECT = 5L << 30;

  /** A body whose digest was signed is held in memory until it is checked; others stream. */
  private static final long MAX_BUFFERED_BODY = 64L << 20;

  private static final int MAX_CHUNK = 16 << 20;
  private static final int MAX_CLOCK_SKEW_SECONDS = 15 * 60;

  private final S3ProxyHandlerJetty servlet;

  /** Serves the store to whoever signs with this key (AWS signature version 4). */
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
            null,
            "",
            MAX_CLOCK_SKEW_SECONDS,
            null);
  }

  /** The servlet, for any servlet container. */
  public Servlet servlet() {
    return servlet;
  }

  /**
   * Checks the signature of one request and carries out another in its place.
   *
   * @param signed the request as the client signed it
   * @param meant what to do if the signature is right
   * @param body the request's body
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if S3 would refuse it
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
