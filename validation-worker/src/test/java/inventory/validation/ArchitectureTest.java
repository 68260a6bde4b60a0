package inventory.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "inventory.validation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainKnowsNothingOfTheWorld =
      classes()
          .that()
          .resideInAnyPackage("inventory.validation.domain", "inventory.validation.check")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.validation.domain",
              "inventory.validation.check",
              "inventory.model.csv",
              "inventory.model.movement",
              "inventory.model..",
              "inventory.model.inbox",
              "java..",
              "org.apache.commons.csv",
              "org.slf4j");

  @ArchTest
  static final ArchRule theDomainIsHandedTheTime =
      noClasses()
          .that()
          .resideInAnyPackage("inventory.validation.domain", "inventory.validation.check")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule theDomainKnowsNoCheck =
      noClasses()
          .that()
          .resideInAPackage("inventory.validation.domain")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("inventory.validation.check");
}
