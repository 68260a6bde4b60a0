package inventory.reporting.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.validation.validator.Validator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcSettingsTest {

  private static final String ISSUER = "https://cognito-idp.eu-central-1.amazonaws.com/pool";

  private final Validator validator = Validator.getInstance();

  @Test
  void anIssuerItsKeysAndAClientAreEnough() {
    assertThat(validator.validate(new OidcSettings(ISSUER, ISSUER + "/keys", "page", List.of())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://a/keys, page, INVENTORY_OIDC_ISSUER must be the URL of the issuer",
    "issuer, https://a/keys, page, 'INVENTORY_OIDC_ISSUER must be the URL of the issuer of access"
        + " tokens, not \"issuer\"'",
    "https://a, /.well-known/jwks.json, page, INVENTORY_OIDC_JWKS must be the URL",
    "https://a, ftp://a/keys, page, 'INVENTORY_OIDC_JWKS must be the URL of the issuer''s keys, not"
        + " \"ftp://a/keys\"'",
    "https://a, https:///keys, page, INVENTORY_OIDC_JWKS must be the URL",
    "https://a, https://a/keys, ' ', INVENTORY_OIDC_CLIENT_ID must be the client's id"
  })
  void aSettingThatIsNotValidIsRefused(String issuer, String jwks, String client, String message) {
    assertThat(validator.validate(new OidcSettings(issuer, jwks, client, List.of())))
        .singleElement()
        .satisfies(violation -> assertThat(violation.getMessage()).startsWith(message));
  }

  @Test
  void aFurtherClientHasAnId() {
    assertThat(validator.validate(new OidcSettings(ISSUER, ISSUER + "/keys", "page", List.of(" "))))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.getMessage())
                    .isEqualTo(
                        "INVENTORY_OIDC_CLIENTS must be ids of clients, separated by commas"));
  }

  /** A variable that is empty becomes a list with one empty text. */
  @Test
  void aListOfClientsThatIsEmptyIsAccepted() {
    OidcSettings settings = new OidcSettings(ISSUER, ISSUER + "/keys", "page", List.of(""));

    assertThat(validator.validate(settings)).isEmpty();
    assertThat(settings.clients()).isEmpty();
  }
}
