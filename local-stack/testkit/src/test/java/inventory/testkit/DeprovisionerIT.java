package inventory.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import inventory.stack.aws.AwsClients;
import inventory.stack.aws.Provisioner;
import inventory.stack.aws.ResourceNames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@Tag("full")
class DeprovisionerIT {

  @Test
  void nothingIsLeftOfWhatWasCreated() {
    try (AwsClients clients = AwsClients.of(EmbeddedAws.environment())) {
      ResourceNames names = ResourceNames.unique();
      new Provisioner(clients).provision(names);
      for (String key : new String[] {"a", "a", "b/ü +.txt"}) {
        clients.s3().putObject(r -> r.bucket(names.bucket()).key(key), RequestBody.fromString("x"));
      }
      clients.s3().deleteObject(r -> r.bucket(names.bucket()).key("a"));

      new Deprovisioner(clients).remove(names);

      String ours = names.bucket().substring(names.bucket().lastIndexOf('-'));
      assertThat(clients.s3().listBuckets().buckets()).noneMatch(b -> b.name().endsWith(ours));
      assertThat(clients.sqs().listQueuesPaginator().queueUrls()).noneMatch(q -> q.contains(ours));
      assertThat(clients.dynamoDb().listTablesPaginator().tableNames())
          .noneMatch(t -> t.endsWith(ours));
    }
  }
}
