package inventory.model.resource;

import java.util.List;

/**
 * What the dashboard's page may load and call. The browser enforces it, wherever the page is
 * served.
 */
public final class ContentSecurityPolicy {

  private ContentSecurityPolicy() {}

  /**
   * The value of the header {@code Content-Security-Policy} (W3C, level 3).
   *
   * @param signIn the origins (scheme and host) at which people sign in
   * @param inbox the origin that files are uploaded to
   */
  public static String dashboard(List<String> signIn, String inbox) {
    String issuers = String.join(" ", signIn);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self' " + issuers + " " + inbox,
        "base-uri 'none'",
        "form-action 'self' " + issuers,
        "frame-ancestors 'none'");
  }
}
