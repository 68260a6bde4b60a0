package inventory.threshold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "inventory.threshold", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainKnowsNothingOfTheWorld =
      classes()
          .that()
          .resideInAPackage("inventory.threshold.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.threshold.domain",
              "inventory.threshold.file",
              "inventory.model",
              "inventory.model.changes",
              "inventory.model.inbox",
              "inventory.model.resource",
              "java..");

  @ArchTest
  static final ArchRule theFormatKnowsItsNamesAndJson =
      classes()
          .that()
          .resideInAPackage("inventory.threshold.file")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.threshold.file",
              "inventory.model",
              "inventory.model.inbox",
              "io.micronaut.json..",
              "io.micronaut.jackson.core.tree",
              "com.fasterxml.jackson.core..",
              "java..");

  @ArchTest
  static final ArchRule theDomainIsHandedTheTime =
      noClasses()
          .that()
          .resideInAnyPackage("inventory.threshold.domain", "inventory.threshold.file")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsDynamoDb =
      noClasses()
          .that()
          .resideOutsideOfPackages("inventory.threshold", "inventory.threshold.dynamodb")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.dynamodb..");

  @ArchTest
  static final ArchRule onlyTheWiringKnowsS3 =
      noClasses()
          .that()
          .resideOutsideOfPackage("inventory.threshold")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.s3..");

  @ArchTest
  static final ArchRule nothingButTheSharedConsumersKnowsTheQueues =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon.awssdk.services.sqs..", "jakarta.jms..", "com.amazon.sqs..");
}
