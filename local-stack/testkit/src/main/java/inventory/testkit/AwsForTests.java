package inventory.testkit;

import java.util.Map;
import java.util.Optional;

/**
 * Offers tests an AWS in place of the embedded one; found by {@link java.util.ServiceLoader}, so
 * that what it needs is on the class path of those tests alone.
 */
public interface AwsForTests {

  /**
   * The variables by which every AWS SDK finds it, endpoints, region and keys; empty if it is not
   * wanted. Called once in a virtual machine, before the first test that needs an AWS; may end that
   * test as JUnit's assumptions do.
   */
  Optional<Map<String, String>> variables();
}
