package io.customer360.studio.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ClusterArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(place -> !place.contains("Test") && !place.contains("Points"))
          .importPackages(
              "io.customer360.studio.cluster",
              "io.customer360.studio.matrix",
              "io.customer360.studio.purchase",
              "io.customer360.studio.rfm",
              "io.customer360.studio.cohort");

  @Test
  void methodsDoNotGoInCircles() {
    slices().matching("io.customer360.studio.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void clusteringNeedsNoScreen() {
    noClasses().should().dependOnClassesThat().resideInAPackage("javafx..").check(OURS);
  }

  @Test
  void onlyTheVectorKernelKnowsTheIncubatorModule() {
    noClasses()
        .that()
        .doNotHaveSimpleName("VectorKernel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .check(OURS);
  }
}
