package inventory.pulumi.network;

import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
import com.pulumi.aws.inputs.GetAvailabilityZonesFilterArgs;
import com.pulumi.core.Output;
import inventory.pulumi.component.Component;
import inventory.pulumi.component.StackContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of the tasks: two subnets. By default tasks have public addresses and no inbound
 * rule, because a NAT gateway has an idle cost. A setting makes the subnets private.
 */
public final class Network extends Component {

  private static final String NAME = "inventory";
  private static final String VPC_BLOCK = "10.20.0.0/16";
  private static final List<String> SUBNET_BLOCKS = List.of("10.20.0.0/20", "10.20.16.0/20");

  /** The services that tasks call, in addition to S3 and DynamoDB. */
  private static final List<String> CALLED = List.of("sqs", "sns", "logs", "ecr.api", "ecr.dkr");

  /**
   * Zones in which Fargate starts no tasks, or did not for years. Each region has two others. Ids
   * are the same in every account; the letters of zones are not.
   */
  private static final List<String> WITHOUT_FARGATE =
      List.of("use1-az3", "usw1-az2", "apne1-az3", "cac1-az3");

  private final Vpc vpc;
  private final List<Subnet> subnets = new ArrayList<>();
  private final boolean isPrivate;
  private final TaskSecurity security;

  public Network(String name, StackContext base) {
    super("Network", name, base);
    isPrivate = base.settings().privateNetwork();
    vpc =
        new Vpc(
            NAME,
            VpcArgs.builder()
                .cidrBlock(VPC_BLOCK)
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .build(),
            child());
    // Resources without a security group get this one, which allows no traffic.
    new DefaultSecurityGroup(
        NAME, DefaultSecurityGroupArgs.builder().vpcId(vpc.id()).build(), child());
    RouteTable routes = routes();
    List<VpcEndpoint> gateways =
        List.of(gateway("s3", base, routes), gateway("dynamodb", base, routes));
    security = new TaskSecurity(base, vpc);
    if (isPrivate) {
      Output<String> group = security.openToEndpoints(vpc, gateways);
      CALLED.forEach(service -> endpoint(service, base, group));
    } else {
      security.openToInternet();
      routeOut(routes);
    }
    complete();
  }

  private RouteTable routes() {
    RouteTable routes =
        new RouteTable(NAME, RouteTableArgs.builder().vpcId(vpc.id()).build(), child());
    Output<List<String>> zones = zones();
    for (int i = 0; i < SUBNET_BLOCKS.size(); i++) {
      int zone = i;
      Subnet subnet =
          new Subnet(
              NAME + "-" + i,
              SubnetArgs.builder()
                  .vpcId(vpc.id())
                  .cidrBlock(SUBNET_BLOCKS.get(i))
                  .availabilityZone(zones.applyValue(names -> names.get(zone)))
                  .mapPublicIpOnLaunch(false)
                  .build(),
              child());
      new RouteTableAssociation(
          NAME + "-" + i,
          RouteTableAssociationArgs.builder()
              .subnetId(subnet.id())
              .routeTableId(routes.id())
              .build(),
          child());
      subnets.add(subnet);
    }
    return routes;
  }

  /** The zones of the region, without local zones, which an account can opt in to. */
  private static Output<List<String>> zones() {
    return AwsFunctions.getAvailabilityZones(
            GetAvailabilityZonesArgs.builder()
                .state("available")
                .filters(
                    GetAvailabilityZonesFilterArgs.builder()
                        .name("opt-in-status")
                        .values("opt-in-not-required")
                        .build())
                .excludeZoneIds(WITHOUT_FARGATE)
                .build())
        .applyValue(found -> found.names());
  }

  /** A gateway endpoint for S3 or DynamoDB, which costs nothing. */
  private VpcEndpoint gateway(String service, StackContext base, RouteTable routes) {
    return new VpcEndpoint(
        service,
        VpcEndpointArgs.builder()
            .vpcId(vpc.id())
            .serviceName("com.amazonaws." + base.region() + "." + service)
            .vpcEndpointType("Gateway")
            .routeTableIds(routes.id().applyValue(List::of))
            .build(),
        child());
  }

  private void endpoint(String service, StackContext base, Output<String> group) {
    new VpcEndpoint(
        service,
        VpcEndpointArgs.builder()
            .vpcId(vpc.id())
            .serviceName("com.amazonaws." + base.region() + "." + service)
            .vpcEndpointType("Interface")
            .privateDnsEnabled(true)
            .subnetIds(subnetIds())
            .securityGroupIds(group.applyValue(List::of))
            .build(),
        child());
  }

  private void routeOut(RouteTable routes) {
    InternetGateway gateway =
        new InternetGateway(NAME, InternetGatewayArgs.builder().vpcId(vpc.id()).build(), child());
    new Route(
        NAME,
        RouteArgs.builder()
            .routeTableId(routes.id())
            .destinationCidrBlock("0.0.0.0/0")
            .gatewayId(gateway.id())
            .build(),
        child());
  }

  /** The subnets of the tasks. */
  public Output<List<String>> subnetIds() {
    return Output.all(subnets.stream().map(Subnet::id).toList());
  }

  /** The security groups of the tasks. */
  public Output<List<String>> securityGroupIds() {
    return security.tasks().applyValue(List::of);
  }

  /** Whether tasks need public addresses to reach AWS. */
  public boolean assignsPublicIp() {
    return !isPrivate;
  }
}
