package inventory.reporting.http.recipients;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Describes the document that sets the rules; the same one as in a file. */
@Serdeable
record RecipientsRequest(@Nullable String reason, List<RecipientsBody.Rule> rules) {}
