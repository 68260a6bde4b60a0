package inventory.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;

/** Signs JSON Web Tokens with a key of its own, valid tokens and others. */
public final class TokenSigner {

  /**
   * The id of every signer's key: a verifier finds a key for another signer's token, a wrong one.
   */
  public static final String KEY_ID = "inventory";

  private final RSAKey key;

  /** Creates a key. */
  public TokenSigner() {
    try {
      key =
          new RSAKeyGenerator(RSAKeyGenerator.MIN_KEY_SIZE_BITS)
              .keyID(KEY_ID)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  /** A token with these claims, signed by RS256. */
  public String sign(Map<String, Object> claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(KEY_ID).build();
    JWSObject token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
    return token.serialize();
  }

  /** The first two parts of a token, without a signature. */
  public String unsigned(Map<String, Object> header, Map<String, Object> claims) {
    return part(header) + "." + part(claims);
  }

  private static Base64URL part(Map<String, Object> content) {
    return Base64URL.encode(JSONObjectUtils.toJSONString(content));
  }

  /** The public key. */
  public RSAPublicKey publicKey() {
    try {
      return key.toRSAPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException("the key is not an RSA key", e);
    }
  }

  /** The key set that verifies its tokens. */
  public String keySet() {
    return new JWKSet(key.toPublicJWK()).toString();
  }
}
