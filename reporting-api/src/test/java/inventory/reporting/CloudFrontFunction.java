package inventory.reporting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.NativeObject;
import org.mozilla.javascript.ScriptableObject;

/** A function that CloudFront runs on each request, run by another engine. */
final class CloudFrontFunction {

  static final CloudFrontFunction KEEP_PATH =
      new CloudFrontFunction(Path.of("src/main/cloudfront/keep-path.js"));

  private final String source;

  private CloudFrontFunction(Path file) {
    try {
      source = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it makes of a call: another path, and headers. */
  Call changed(Call call) {
    try (Context engine = Context.enter()) {
      engine.setLanguageVersion(Context.VERSION_ES6);
      ScriptableObject scope = engine.initSafeStandardObjects();
      engine.evaluateString(scope, source, "function", 1, null);
      Function handler = (Function) scope.get("handler", scope);
      Object event = engine.newObject(scope);
      NativeObject request = (NativeObject) engine.newObject(scope);
      NativeObject headers = (NativeObject) engine.newObject(scope);
      request.put("uri", request, call.path());
      request.put("headers", request, headers);
      ((NativeObject) event).put("request", (NativeObject) event, request);
      NativeObject result = (NativeObject) handler.call(engine, scope, scope, new Object[] {event});
      Call changed = call.withPath(result.get("uri").toString());
      for (Object name : headers.keySet()) {
        Object value = ((NativeObject) headers.get(name)).get("value");
        changed = changed.with(name.toString(), value.toString());
      }
      return changed;
    }
  }
}
