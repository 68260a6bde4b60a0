package inventory.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "inventory.validation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] PLAIN_PACKAGES = {
    "inventory.validation.domain",
    "inventory.validation.findings",
    "inventory.validation.run",
    "inventory.validation.check"
  };

  @ArchTest
  static final ArchRule theDomainKnowsNothingOfTheWorld =
      classes()
          .that()
          .resideInAnyPackage(PLAIN_PACKAGES)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.validation.domain",
              "inventory.validation.findings",
              "inventory.validation.run",
              "inventory.validation.check",
              "inventory.model",
              "inventory.model.csv",
              "inventory.model.inbox",
              "inventory.model.message",
              "inventory.model.movement",
              "java..",
              "org.apache.commons.csv",
              "org.slf4j");

  @ArchTest
  static final ArchRule theDomainIsHandedTheTime =
      noClasses()
          .that()
          .resideInAnyPackage(PLAIN_PACKAGES)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("inventory.validation.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule runsAndTheDomainDoNotKnowSingleChecks =
      noClasses()
          .that()
          .resideInAnyPackage("inventory.validation.domain", "inventory.validation.run")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("inventory.validation.check");
}
