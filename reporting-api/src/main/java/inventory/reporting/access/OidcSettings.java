package inventory.reporting.access;

import inventory.model.resource.Access;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/**
 * Which access tokens are accepted, validated at start.
 *
 * @param issuer the issuer, an absolute URL, as it stands in the tokens
 * @param jwks the URL of its keys
 * @param clientId the client of the dashboard, whose tokens are accepted; {@link Access#CLIENT_ID}
 *     unless set
 * @param clients further clients whose tokens are accepted: programs; empty unless set
 */
@Context
@Introspected
@ConfigurationProperties("inventory.oidc")
public record OidcSettings(
    @Pattern(
            regexp = URL,
            message =
                "INVENTORY_OIDC_ISSUER must be the URL of the issuer of access tokens, not"
                    + " \"{validatedValue}\"")
        String issuer,
    @Pattern(
            regexp = URL,
            message =
                "INVENTORY_OIDC_JWKS must be the URL of the issuer's keys, not"
                    + " \"{validatedValue}\"")
        String jwks,
    @NotBlank(message = "INVENTORY_OIDC_CLIENT_ID must be the client's id, or unset")
        String clientId,
    List<
            @NotBlank(
                message = "INVENTORY_OIDC_CLIENTS must be ids of clients, separated by commas")
            String>
        clients) {

  private static final String URL = "https?://[^/\\s]\\S*";

  /** Keeps its own copy. A list that is not set has one empty entry. */
  public OidcSettings {
    clients =
        clients == null ? List.of() : clients.stream().filter(client -> !client.isEmpty()).toList();
  }

  /** Whether tokens of a client are accepted. */
  boolean accepts(Object client) {
    return client != null && (clientId.equals(client) || clients.contains(client));
  }
}
