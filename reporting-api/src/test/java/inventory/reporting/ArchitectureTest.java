package inventory.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The dependencies that packages may have. */
@AnalyzeClasses(
    packages = "inventory.reporting",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainIsPlainJava =
      noClasses()
          .that()
          .resideInAPackage("..reporting.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", "io.micronaut..", "jakarta..");

  @ArchTest
  static final ArchRule theDomainHasNoClock =
      noClasses()
          .that()
          .resideInAPackage("..reporting.domain..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class);

  @ArchTest
  static final ArchRule theDomainKnowsNoAdapter =
      noClasses()
          .that()
          .resideInAPackage("..reporting.domain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..reporting.dynamodb..",
              "..reporting.s3..",
              "..reporting.sqs..",
              "..reporting.http..");

  @ArchTest
  static final ArchRule onlyAdaptersAndWiringKnowTheSdk =
      noClasses()
          .that()
          .resideInAPackage("..reporting.http..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAnyPackage("..reporting.dynamodb..", "..reporting.s3..", "..reporting.sqs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..reporting.http..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("inventory.reporting.(**)").should().beFreeOfCycles();
}
