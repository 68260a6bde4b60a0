package inventory.emulator.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Decodes slashes in keys before the signature is checked, as S3 does. The SDK for Java, with
 * Apache's client, signs {@code //} and sends {@code /%2F}.
 */
final class SlashFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new PlainSlashes(request), response);
  }

  private static final class PlainSlashes extends HttpServletRequestWrapper {

    PlainSlashes(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      return super.getRequestURI().replace("%2F", "/").replace("%2f", "/");
    }
  }
}
