package io.customer360.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.customer360.ui.planted.PlantedView;
import org.junit.jupiter.api.Test;

/// The boundaries between the rooms of the window. Every rule is shown able to fail.
class ArchitectureTest {
  private static final String[] SCREENS = {
    "..ui.center..",
    "..ui.profile..",
    "..ui.decision..",
    "..ui.data..",
    "..ui.settings..",
    "..ui.identity.."
  };

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.customer360.ui");

  /// Screens meet in the shell; otherwise a change of one breaks another.
  static ArchRule screensDoNotKnowEachOther() {
    return slices()
        .matching("io.customer360.ui.(center|profile|decision|data|settings|identity|planted)..")
        .should()
        .notDependOnEachOther();
  }

  /// View models are tested without a toolkit.
  static ArchRule modelsHaveNoNodes() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Model")
        .and()
        .resideOutsideOfPackage("..ui.shell..")
        .or()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene..");
  }

  @Test
  void screensMeetOnlyInTheShell() {
    screensDoNotKnowEachOther().check(OURS);
  }

  @Test
  void theSharedRoomsKnowNoScreen() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..ui.shell..",
            "..ui.control..",
            "..ui.command..",
            "..ui.job..",
            "..ui.theme..",
            "..ui.text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SCREENS)
        .check(OURS);
  }

  @Test
  void wordsAndFiguresNeedNoToolkit() {
    classes()
        .that()
        .resideInAPackage("..ui.text..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("javafx..")
        .check(OURS);
  }

  @Test
  void viewModelsHaveNoNodes() {
    modelsHaveNoNodes().check(OURS);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching("io.customer360.ui.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void theRulesCanFail() {
    JavaClasses planted =
        new ClassFileImporter()
            .importPackagesOf(PlantedView.class, io.customer360.ui.text.Formats.class);
    assertThat(modelsHaveNoNodes().evaluate(planted).hasViolation()).isTrue();
    JavaClasses both =
        new ClassFileImporter()
            .importPackages("io.customer360.ui.planted", "io.customer360.ui.center");
    assertThat(screensDoNotKnowEachOther().evaluate(both).hasViolation()).isTrue();
  }
}
