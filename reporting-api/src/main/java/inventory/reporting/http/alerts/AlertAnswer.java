package inventory.reporting.http.alerts;

import inventory.reporting.http.openapi.Doc;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that answers with the alert. */
@ApiResponse(
    responseCode = "200",
    description = "The alert.",
    content =
        @Content(
            mediaType = Doc.JSON,
            schema = @Schema(implementation = AlertBody.class),
            examples = @ExampleObject(name = "Alert", ref = Doc.EXAMPLES + "Alert")))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AlertAnswer {}
