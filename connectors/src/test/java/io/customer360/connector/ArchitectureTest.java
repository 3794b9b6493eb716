package io.customer360.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.customer360.connector.planted.Planted;
import org.junit.jupiter.api.Test;

/// The walls of this module. Each rule is held against the module, and against classes planted here
/// to break it.
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.customer360.connector");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackagesOf(Planted.class);

  private static final ArchRule NO_SCREEN_NO_SQL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "java.sql..", "org.duckdb..", "io.customer360.ui..")
          .because("a destination knows the outbox and its target, no screen and no table");

  private static final ArchRule NOTHING_ABOVE_THE_OUTBOX =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.customer360.decision..",
              "io.customer360.profile..",
              "io.customer360.assistant..",
              "io.customer360.engine..")
          .because("what is delivered was decided before; delivery never looks back");

  private static final ArchRule NO_CYCLES =
      slices().matching("io.customer360.connector.(**)").should().beFreeOfCycles();

  @Test
  void theModuleKeepsItsWalls() {
    NO_SCREEN_NO_SQL.check(MODULE);
    NOTHING_ABOVE_THE_OUTBOX.check(MODULE);
    NO_CYCLES.check(MODULE);
  }

  @Test
  void everyRuleCanFail() {
    assertThat(NO_SCREEN_NO_SQL.evaluate(PLANTED).hasViolation()).isTrue();
    assertThat(NOTHING_ABOVE_THE_OUTBOX.evaluate(PLANTED).hasViolation()).isTrue();
    assertThat(NO_CYCLES.evaluate(PLANTED).hasViolation()).isTrue();
  }
}
