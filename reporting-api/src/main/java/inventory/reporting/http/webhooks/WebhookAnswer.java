package inventory.reporting.http.webhooks;

import inventory.reporting.http.openapi.Doc;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that answers with the endpoint. */
@ApiResponse(
    responseCode = "200",
    description = "The endpoint.",
    content =
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = WebhookBody.class),
            examples = @ExampleObject(name = "Webhook", ref = Doc.EXAMPLES + "Webhook")))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface WebhookAnswer {}
