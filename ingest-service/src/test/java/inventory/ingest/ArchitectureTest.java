package inventory.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = {"inventory.ingest", "inventory.model.csv", "inventory.model.movement"},
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainKnowsNothingOfTheWorld =
      classes()
          .that()
          .resideInAnyPackage(
              "inventory.ingest.domain",
              "inventory.ingest.projection",
              "inventory.model.csv",
              "inventory.model.movement")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.ingest.domain",
              "inventory.ingest.projection",
              "inventory.model",
              "inventory.model.changes",
              "inventory.model.counter",
              "inventory.model.csv",
              "inventory.model.event",
              "inventory.model.inbox",
              "inventory.model.message",
              "inventory.model.movement",
              "java..",
              "org.apache.commons.csv",
              "com.ethlo.time");

  @ArchTest
  static final ArchRule theDomainIsHandedTheTime =
      noClasses()
          .that()
          .resideInAnyPackage(
              "inventory.ingest.domain",
              "inventory.ingest.projection",
              "inventory.model.csv",
              "inventory.model.movement")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsDynamoDb =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "inventory.ingest",
              "inventory.ingest.dynamodb",
              "inventory.ingest.projection.dynamodb",
              "inventory.ingest.projection.lambda")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.dynamodb..");

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsS3 =
      noClasses()
          .that()
          .resideOutsideOfPackages("inventory.ingest", "inventory.ingest.s3")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.s3..");

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsTheQueues =
      noClasses()
          .that()
          .resideOutsideOfPackage("inventory.ingest.sqs")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk.services.sqs..", "jakarta.jms..", "com.amazon.sqs..");
}
