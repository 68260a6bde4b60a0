package inventory.reporting;

import inventory.model.resource.Access;
import inventory.testkit.EmbeddedIdentity;
import inventory.testkit.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens, each with one thing that is wrong. */
final class Tokens {

  private static final EmbeddedIdentity ISSUER = EmbeddedIdentity.running();
  private static final long MINUTE = 60;

  private Tokens() {}

  static String viewer() {
    return ISSUER.token(Access.VIEWER);
  }

  static String operator() {
    return ISSUER.token(Access.OPERATOR);
  }

  static String expired() {
    return with(claims -> claims.put("exp", Instant.now().getEpochSecond() - MINUTE));
  }

  static String goodFor(Duration time) {
    return with(claims -> claims.put("exp", Instant.now().plus(time).getEpochSecond()));
  }

  static String endless() {
    return with(claims -> claims.remove("exp"));
  }

  static String ofAnotherIssuer() {
    return with(claims -> claims.put("iss", "https://issuer.example.com"));
  }

  static String ofNoIssuer() {
    return with(claims -> claims.remove("iss"));
  }

  static String ofAnotherClient() {
    return with(claims -> claims.put("client_id", "another-client"));
  }

  static String forAnotherAudience() {
    return with(
        claims -> {
          claims.remove("client_id");
          claims.put("aud", List.of("another-client", "and-another"));
        });
  }

  /** As most issuers write it, other than Cognito. */
  static String withTheClientAsAudience() {
    return with(
        claims -> {
          claims.remove("client_id");
          claims.put("aud", List.of("another-client", Access.CLIENT_ID));
        });
  }

  static String withoutGroups() {
    return with(claims -> claims.remove(Access.GROUPS));
  }

  static String ofAnotherGroup() {
    return with(claims -> claims.put(Access.GROUPS, List.of("guests", "Operator")));
  }

  /** With the issuer's name and key id, and a key of somebody else's. */
  static String signedByAStranger() {
    return new TokenSigner().sign(ISSUER.claims(Access.OPERATOR));
  }

  static String unsigned() {
    return ISSUER.signer().unsigned(Map.of("alg", "none"), ISSUER.claims(Access.OPERATOR)) + ".";
  }

  /** Says that the public key, which everybody has, is a shared secret. */
  static String signedWithThePublicKey() {
    String content =
        ISSUER
            .signer()
            .unsigned(
                Map.of("alg", "HS256", "kid", TokenSigner.KEY_ID), ISSUER.claims(Access.OPERATOR));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(ISSUER.signer().publicKey().getEncoded(), "HmacSHA256"));
      byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC", e);
    }
  }

  /** A viewer's signature under an operator's claims. */
  static String withOtherClaimsThanWereSigned() {
    String[] viewer = viewer().split("\\.", -1);
    String[] operator = operator().split("\\.", -1);
    return viewer[0] + "." + operator[1] + "." + viewer[2];
  }

  private static String with(Consumer<Map<String, Object>> change) {
    Map<String, Object> claims = ISSUER.claims(Access.OPERATOR);
    change.accept(claims);
    return ISSUER.signer().sign(claims);
  }
}
