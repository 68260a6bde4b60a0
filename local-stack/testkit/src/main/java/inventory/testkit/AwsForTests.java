package inventory.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * Offers tests an AWS instead of the embedded one. {@link java.util.ServiceLoader} finds it, so
 * only those tests need its dependencies.
 */
public interface AwsForTests {

  /**
   * The endpoints, the region and the keys, as variables that every AWS SDK reads; empty if the
   * embedded AWS is wanted. Called once in a virtual machine, before the first test that needs an
   * AWS; may end that test as JUnit's assumptions do.
   */
  Optional<Map<String, String>> variables();
}
