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

/** An operation that has something sent to an endpoint. */
@ApiResponse(
    responseCode = "202",
    description = "The delivery. It will be sent soon.",
    content =
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = DeliveryBody.class),
            examples =
                @ExampleObject(name = "WebhookDelivery", ref = Doc.EXAMPLES + "WebhookDelivery")))
@ApiResponse(responseCode = "409", ref = Doc.RESPONSES + "Conflict")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface DeliveryAnswer {}
