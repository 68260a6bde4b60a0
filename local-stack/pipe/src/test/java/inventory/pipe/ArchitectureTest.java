package inventory.pipe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "inventory.pipe", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainKnowsNothingOfTheWorld =
      classes()
          .that()
          .resideInAPackage("inventory.pipe.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "inventory.pipe.domain", "java..", "org.slf4j", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsKinesis =
      noClasses()
          .that()
          .resideOutsideOfPackages("inventory.pipe", "inventory.pipe.kinesis")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.kinesis..");

  @ArchTest
  static final ArchRule onlyItsAdapterKnowsSqs =
      noClasses()
          .that()
          .resideOutsideOfPackages("inventory.pipe", "inventory.pipe.sqs")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk.services.sqs..");
}
