package inventory.reporting.http.alerts;

import inventory.reporting.http.Parameters;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** What is sent to snooze an alert: until when, see {@link Parameters#until}. */
@Serdeable
record SnoozeBody(@Nullable String until) {}
