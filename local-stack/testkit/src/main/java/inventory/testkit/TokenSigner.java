package inventory.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs JSON Web Tokens with a key of its own: those that are good, and those that are not. */
public final class TokenSigner {

  /** The id of every signer's key, so that another's signature is tried, and found wrong. */
  public static final String KEY_ID = "inventory";

  private static final int BITS = 2048;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final ObjectMapper json = new ObjectMapper();
  private final KeyPair keys;

  /** Makes a new key. */
  public TokenSigner() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  /** A token with these claims, signed by RS256. */
  public String sign(Map<String, Object> claims) {
    Map<String, Object> header = Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID);
    String content = unsigned(header, claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
  }

  /** The first two parts of a token, without a signature. */
  public String unsigned(Map<String, Object> header, Map<String, Object> claims) {
    return part(header) + "." + part(claims);
  }

  /** The public key, as the issuer tells it. */
  public RSAPublicKey publicKey() {
    return (RSAPublicKey) keys.getPublic();
  }

  /** The key set that verifies its tokens. */
  String keySet() {
    Map<String, Object> key =
        Map.of(
            "kty",
            "RSA",
            "use",
            "sig",
            "alg",
            "RS256",
            "kid",
            KEY_ID,
            "n",
            number(publicKey().getModulus()),
            "e",
            number(publicKey().getPublicExponent()));
    return text(Map.of("keys", List.of(key)));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    // Two's complement begins with a zero that does not belong to the number.
    int start = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private String part(Map<String, Object> content) {
    return BASE64.encodeToString(text(content).getBytes(StandardCharsets.UTF_8));
  }

  private String text(Map<String, Object> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this cannot be said in JSON", e);
    }
  }
}
