package inventory.reporting.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import java.io.Closeable;

/**
 * Handles the events of an HTTP API, form 2.0. They have the path decoded, where the framework's
 * own handler wants it encoded, and parameters joined by commas, at which that handler splits them,
 * also where a value has one of its own. So each is made an event of a REST API.
 *
 * <p>CloudFront, in front of the HTTP API, hands on the path as it came, so that names may have any
 * character. To who calls the HTTP API itself, a name with an encoded slash has become two parts,
 * and of one with a question mark only the begin is left.
 */
public final class HttpApiFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Closeable {

  private final ApiGatewayProxyRequestEventFunction function;

  /** As Lambda starts it; everything it needs to know comes by environment variables. */
  public HttpApiFunction() {
    this(new ApiGatewayProxyRequestEventFunction());
  }

  /** The same with a context that is there already. */
  public HttpApiFunction(ApplicationContext context) {
    this(new ApiGatewayProxyRequestEventFunction(context));
  }

  private HttpApiFunction(ApiGatewayProxyRequestEventFunction function) {
    this.function = function;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    APIGatewayProxyResponseEvent response =
        function.handleRequest(HttpApiEvents.request(event), context);
    return HttpApiEvents.response(response);
  }

  @Override
  public void close() {
    function.close();
  }
}
