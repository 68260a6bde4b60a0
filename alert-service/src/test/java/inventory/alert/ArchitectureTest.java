package inventory.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "inventory.alert", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PLAIN_PACKAGES = {
    "inventory.alert.domain",
    "inventory.alert.outbox",
    "inventory.alert.notification",
    "inventory.alert.audience",
    "inventory.alert.webhook"
  };

  @ArchTest
  static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAnyPackage(
              "inventory.alert.domain",
              "inventory.alert.outbox",
              "inventory.alert.audience",
              "inventory.alert.webhook")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.alert.domain",
              "inventory.alert.outbox",
              "inventory.alert.notification",
              "inventory.alert.webhook",
              "inventory.model",
              "inventory.model.freshness",
              "inventory.model.order",
              "inventory.model.webhook",
              "inventory.alert.audience",
              "inventory.model.recipients",
              "java..",
              "org.slf4j");

  @ArchTest
  static final ArchRule NOTIFICATIONS_DO_NOT_KNOW_HOW_THEY_ARE_SENT =
      classes()
          .that()
          .resideInAPackage("inventory.alert.notification")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.alert.notification",
              "inventory.model",
              "inventory.model.freshness",
              "inventory.model.order",
              "inventory.model.webhook",
              "inventory.model.recipients",
              "java..",
              "j2html..",
              "org.apache.commons.csv");

  @ArchTest
  static final ArchRule THE_DOMAIN_IS_HANDED_THE_TIME =
      noClasses()
          .that()
          .resideInAnyPackage(PLAIN_PACKAGES)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule THE_DOMAIN_IS_HANDED_ITS_IDS =
      noClasses()
          .that()
          .resideInAnyPackage(PLAIN_PACKAGES)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(UUID.class);

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("inventory.alert.(sqs|s3|dynamodb|sns|smtp|http)")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("inventory.alert.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_WIRING =
      noClasses()
          .that()
          .resideInAPackage("inventory.alert.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("inventory.alert");

  @ArchTest
  static final ArchRule ONLY_ITS_ADAPTER_KNOWS_DYNAMODB =
      noClasses()
          .that()
          .resideOutsideOfPackages("inventory.alert", "inventory.alert.dynamodb")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.dynamodb..");

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER =
      classes()
          .that()
          .resideInAPackage("inventory.alert..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "inventory.ingest..", "inventory.threshold..", "inventory.reporting..");
}
