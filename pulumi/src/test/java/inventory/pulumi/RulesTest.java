package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

  private static final List<String> STACKS =
      List.of(Stack.DEV, Stack.PROD, Stack.DEV_TASKS, Stack.PROD_TASKS);

  static Stream<List<Object>> rules() {
    return Arrays.stream(Rule.values())
        .flatMap(rule -> STACKS.stream().map(stack -> List.of(rule, stack)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleHoldsForAllResources(List<Object> ruleAndStack) {
    Rule rule = (Rule) ruleAndStack.get(0);
    Stack stack = Stack.of((String) ruleAndStack.get(1));

    assertThat(rule.violations(stack.declaration())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("inventory.pulumi.Seeds#all")
  void aSeededViolationIsCaughtByItsRule(Seeds.Seed seed) {
    Declaration stack = seed.plant().apply(Stack.of(Stack.PROD).declaration());

    assertThat(seed.rule().violations(stack))
        .isNotEmpty()
        .allSatisfy(violation -> assertThat(violation).contains(seed.named()));
  }

  @Test
  void everyRuleHasASeed() {
    Set<Rule> seeded = Seeds.all().map(Seeds.Seed::rule).collect(Collectors.toSet());

    assertThat(seeded).containsExactlyInAnyOrder(Rule.values());
  }

  @ParameterizedTest
  @CsvSource({Stack.DEV, Stack.PROD})
  void theProviderPutsTheTagsOfTheStackOnAll(String name) {
    assertThat(Stack.of(name).providers())
        .singleElement()
        .extracting(provider -> Stack.json(provider.at("defaultTags")).get("tags"))
        .isEqualTo(
            Stack.json(
                "{'project': 'inventory', 'stack': '%s', 'managed-by': 'pulumi'}".formatted(name)));
  }
}
