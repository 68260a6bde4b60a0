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

  @ArchTest
  static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage("inventory.alert.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("inventory.alert.domain", "inventory.model", "java..");

  @ArchTest
  static final ArchRule THE_DOMAIN_HAS_NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("inventory.alert.domain")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, Instant.class, UUID.class);

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
      slices()
          .matching("inventory.alert.(sqs|s3|dynamodb|sns|smtp)")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule ADAPTERS_DO_NOT_KNOW_THE_WIRING =
      noClasses()
          .that()
          .resideInAPackage("inventory.alert.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("inventory.alert");

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER =
      classes()
          .that()
          .resideInAPackage("inventory.alert..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("inventory.ingest..", "inventory.reporting..");
}
