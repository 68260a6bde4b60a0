package inventory.reporting.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcSettingsTest {

  private static final String ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/pool";

  @Test
  void anIssuerItsKeysAndAClientAreEnough() {
    assertThat(new OidcSettings(ISSUER, ISSUER + "/keys", "page").clientId()).isEqualTo("page");
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://a/keys, page, INVENTORY_OIDC_ISSUER is \"\": set it to the URL of the issuer",
    "issuer, https://a/keys, page, INVENTORY_OIDC_ISSUER is \"issuer\"",
    "https://a, /.well-known/jwks.json, page, INVENTORY_OIDC_JWKS is",
    "https://a, ftp://a/keys, page, INVENTORY_OIDC_JWKS is \"ftp://a/keys\"",
    "https://a, https://a/keys, ' ', INVENTORY_OIDC_CLIENT_ID is empty"
  })
  void aSettingByWhichNoTokenWouldHoldIsRefused(
      String issuer, String jwks, String client, String message) {
    assertThatThrownBy(() -> new OidcSettings(issuer, jwks, client))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
