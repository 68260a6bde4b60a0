package inventory.pulumi.policy;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;

/** Roles, each with one policy. */
public final class Roles {

  private Roles() {}

  /**
   * A role that an AWS service assumes on behalf of this account.
   *
   * @param part its component
   * @param name its name in the stack; the name in AWS ends in a random part
   * @param service as in {@code ecs-tasks.amazonaws.com}
   * @return the role's ARN. It is known only when the role has its rights, because some services
   *     try them at once
   */
  public static Output<String> of(
      Component part, String name, String service, StackContext base, List<Statement> statements) {
    return of(
        part, name, base.accountId().applyValue(id -> Policies.assume(service, id)), statements);
  }

  /** A role for Lambda, which does not send its account. */
  public static Output<String> ofLambda(Component part, String name, List<Statement> statements) {
    return of(part, name, Output.of(Policies.assume("lambda.amazonaws.com")), statements);
  }

  private static Output<String> of(
      Component part, String name, Output<String> trust, List<Statement> statements) {
    Role role = new Role(name, RoleArgs.builder().assumeRolePolicy(trust).build(), part.child());
    RolePolicy rights =
        new RolePolicy(
            name,
            RolePolicyArgs.builder().role(role.id()).policy(Statement.policy(statements)).build(),
            part.child());
    return Output.tuple(role.arn(), rights.id()).applyValue(known -> known.t1);
  }
}
