package inventory.reporting.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.token.jwt.signature.ReactiveSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.Key;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.reactivestreams.Publisher;

/**
 * Verifies signatures with the keys that the issuer publishes. The keys are fetched with the first
 * token, and again before they are five minutes old. If the issuer does not answer, the last keys
 * are used for four more hours. An unknown key causes at most two requests in 30 seconds, so
 * strangers cannot make this service flood the issuer. The algorithm must be an asymmetric one.
 */
@Singleton
final class IssuerKeys implements ReactiveSignatureConfiguration<SignedJWT> {

  private static final Duration OUTAGE = Duration.ofHours(4);
  private static final int CONNECT_MILLISECONDS = 2_000;
  private static final int READ_MILLISECONDS = 5_000;
  private static final int MAX_BYTES = 50 * 1024;

  private final JWSVerificationKeySelector<SecurityContext> keys;
  private final Executor blocking;

  IssuerKeys(OidcSettings settings, @Named(TaskExecutors.BLOCKING) Executor blocking)
      throws MalformedURLException {
    this.blocking = blocking;
    DefaultResourceRetriever http =
        new DefaultResourceRetriever(CONNECT_MILLISECONDS, READ_MILLISECONDS, MAX_BYTES);
    keys =
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.Family.SIGNATURE,
            JWKSourceBuilder.create(new URL(settings.jwks()), http)
                .retrying(true)
                .outageTolerant(OUTAGE.toMillis())
                .build());
  }

  @Override
  public Publisher<Boolean> verify(SignedJWT token) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    blocking.execute(
        () -> {
          try {
            answer.complete(isSigned(token));
          } catch (KeysUnavailableException e) {
            answer.completeExceptionally(e);
          }
        });
    return Publishers.fromCompletableFuture(answer);
  }

  /**
   * Whether one of the issuer's keys has signed a token.
   *
   * @throws KeysUnavailableException if the keys cannot be fetched, so nobody can say
   */
  private boolean isSigned(SignedJWT token) {
    try {
      for (Key key : keys.selectJWSKeys(token.getHeader(), null)) {
        if (token.verify(
            new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key))) {
          return true;
        }
      }
      return false;
    } catch (KeySourceException e) {
      throw new KeysUnavailableException(e);
    } catch (JOSEException e) {
      // The key is not of the kind that the token's header names.
      return false;
    }
  }
}
