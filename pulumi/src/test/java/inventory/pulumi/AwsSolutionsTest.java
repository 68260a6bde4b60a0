package inventory.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AwsSolutionsTest {

  static List<AwsSolutions> rules() {
    return AwsSolutions.ALL;
  }

  /** An exception that is not needed any more is to be removed. */
  @ParameterizedTest
  @MethodSource("rules")
  void aRuleIsFollowedOrIsAnException(AwsSolutions rule) {
    boolean isFollowed =
        rule.isFollowed(Stack.of(Stack.PROD).declaration())
            && rule.isFollowed(Stack.of(Stack.PROD_TASKS).declaration());

    assertThat(isFollowed).as("%s is followed", rule).isEqualTo(rule.exception().isEmpty());
  }

  @Test
  void aPlantedViolationOfEachKindIsFound() {
    Declaration stack = Stack.of(Stack.PROD).declaration();

    assertThat(
            AwsSolutions.of("COG1")
                .isFollowed(
                    stack.change("cognito/userPool:UserPool", p -> p.with("passwordPolicy", null))))
        .isFalse();
    assertThat(
            AwsSolutions.of("EC27")
                .isFollowed(
                    stack.change(
                        "ec2/securityGroup:SecurityGroup", g -> g.with("description", null))))
        .isFalse();
    assertThat(
            AwsSolutions.of("IAM4")
                .isFollowed(
                    stack.change(
                        "iam/role:Role",
                        role -> role.with("managedPolicyArns", List.of("arn:any")))))
        .isFalse();
  }

  @Test
  void theDocumentListsTheExceptions() throws IOException {
    new GeneratedPart("docs/security.md", "aws-solutions")
        .assertIs(
            "| rule | says | why not here |\n|---|---|---|\n"
                + String.join("", AwsSolutions.rows()));
  }
}
