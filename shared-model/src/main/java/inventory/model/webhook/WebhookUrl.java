package inventory.model.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which URLs may receive messages: https to a public host. Hosts that the settings allow may be
 * private, and may be asked without TLS.
 *
 * @param allowedHosts names or addresses, in lower case
 */
public record WebhookUrl(Set<String> allowedHosts) {

  /** The longest URL, in characters. */
  public static final int MAX_LENGTH = 2_000;

  private static final String HTTPS = "https";

  /** Copies the hosts. */
  public WebhookUrl {
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /**
   * The rule of a setting.
   *
   * @param hosts hosts that are allowed as well, separated by commas; may be empty
   */
  public static WebhookUrl allowing(String hosts) {
    return new WebhookUrl(
        Arrays.stream(hosts.split(","))
            .map(String::strip)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet()));
  }

  /**
   * Checks a URL by its text. The address of a name is checked with {@link #addresses} right before
   * each request.
   *
   * @return what it must be; empty if it is valid
   */
  public Optional<String> problemWith(String url) {
    Optional<URI> uri = parse(url);
    if (url.length() > MAX_LENGTH || uri.isEmpty() || !isComplete(uri.get())) {
      return Optional.of(
          "an https URL of at most "
              + MAX_LENGTH
              + " characters, without user, password and fragment");
    }
    String host = uri.get().getHost();
    if (allowedHosts.contains(host)) {
      return Optional.empty();
    }
    boolean isAddress = host.startsWith("[") || host.matches("[0-9.]+");
    if (!uri.get().getScheme().equals(HTTPS) || isAddress) {
      return Optional.of("an https URL with the name of a host");
    }
    return Optional.empty();
  }

  private static Optional<URI> parse(String url) {
    try {
      return Optional.of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isComplete(URI uri) {
    return uri.getScheme() != null
        && (uri.getScheme().equals(HTTPS) || uri.getScheme().equals("http"))
        && uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getFragment() == null;
  }

  /**
   * Checks the addresses that a host's name has now. The request must go to one of these, since the
   * name may have another address a moment later.
   *
   * @param addresses what the name was resolved to
   * @return the same addresses
   * @throws UnknownHostException if one of them is not public and the host is not allowed
   */
  public InetAddress[] addresses(String host, InetAddress... addresses)
      throws UnknownHostException {
    if (allowedHosts.contains(host)) {
      return addresses;
    }
    for (InetAddress address : addresses) {
      if (!PublicAddress.isPublic(address)) {
        throw new UnknownHostException(
            "the host "
                + host
                + " has the address "
                + address.getHostAddress()
                + ", which is not public");
      }
    }
    return addresses;
  }
}
