package inventory.pulumi.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.List;
import java.util.function.UnaryOperator;

/** The security groups: tasks may call AWS with TLS, and nothing may call tasks. */
final class TaskSecurity extends Component {

  private static final int HTTPS = 443;
  private static final String TCP = "tcp";

  private final SecurityGroup tasks;

  TaskSecurity(StackContext base, Vpc vpc) {
    super("TaskSecurity", "task-security", base);
    tasks = group("inventory-tasks", "Tasks: nothing in, TLS out", vpc);
    complete();
  }

  /** The security group of the tasks. */
  Output<String> tasks() {
    return tasks.id();
  }

  /** Lets tasks call AWS at its public addresses. */
  void openToInternet() {
    out("internet", args -> args.cidrIpv4("0.0.0.0/0"));
  }

  /**
   * Lets tasks call AWS only through endpoints.
   *
   * @param gateways the gateway endpoints
   * @return the security group of the interface endpoints
   */
  Output<String> openToEndpoints(Vpc vpc, List<VpcEndpoint> gateways) {
    SecurityGroup endpoints = group("inventory-endpoints", "Endpoints: TLS in from tasks", vpc);
    new SecurityGroupIngressRule(
        "endpoints",
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(endpoints.id())
            .referencedSecurityGroupId(tasks.id())
            .ipProtocol(TCP)
            .fromPort(HTTPS)
            .toPort(HTTPS)
            .build(),
        child());
    out("endpoints", args -> args.referencedSecurityGroupId(endpoints.id()));
    for (int i = 0; i < gateways.size(); i++) {
      Output<String> prefixes = gateways.get(i).prefixListId();
      out("gateway-" + i, args -> args.prefixListId(prefixes));
    }
    return endpoints.id();
  }

  private SecurityGroup group(String name, String description, Vpc vpc) {
    return new SecurityGroup(
        name,
        SecurityGroupArgs.builder().vpcId(vpc.id()).description(description).build(),
        child());
  }

  private void out(String name, UnaryOperator<SecurityGroupEgressRuleArgs.Builder> destination) {
    SecurityGroupEgressRuleArgs.Builder args =
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(tasks.id())
            .ipProtocol(TCP)
            .fromPort(HTTPS)
            .toPort(HTTPS);
    new SecurityGroupEgressRule(name, destination.apply(args).build(), child());
  }
}
