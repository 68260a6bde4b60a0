package inventory.reporting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The settings of webhooks.
 *
 * @param webhookHosts hosts that may be private and without TLS, separated by commas; the same as
 *     alert-service's
 */
@Context
@Introspected
@ConfigurationProperties("inventory")
public record WebhookSettings(@Bindable(defaultValue = "") String webhookHosts) {}
