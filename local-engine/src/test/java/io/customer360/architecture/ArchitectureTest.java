package io.customer360.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.customer360.fault.WorkbenchException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The walls between the rooms of this module. Each rule is shown to fail on a class planted in the
/// test sources, so that none of them is asleep.
class ArchitectureTest {
  private static final JavaClasses MODULE =
      new ClassFileImporter()
          .importUrl(WorkbenchException.class.getProtectionDomain().getCodeSource().getLocation());
  private static final String PLANTED = "io.customer360.planted";

  /// Rooms that other rooms stand on, and what they may know of this program.
  private static final Map<String, List<String>> FOUNDATIONS =
      Map.of(
          "fault", List.of(),
          "job", List.of("fault"),
          "file", List.of(),
          "workspace", List.of("fault", "job", "file"),
          "phone", List.of(),
          "text", List.of(),
          "lakehouse", List.of("fault", "job", "file", "workspace", "phone"));

  private static final ArchRule NO_SCREEN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "java.awt..")
          .because("the engine runs without a screen: on a server, in a test, in a script");

  private static final ArchRule NO_CYCLE =
      slices()
          .matching("io.customer360.(**)")
          .should()
          .beFreeOfCycles()
          .because("rooms that need each other are one room, and cannot be understood apart");

  private static final ArchRule SQL_IN_ITS_PLACE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.customer360.fault..",
              "io.customer360.job..",
              "io.customer360.workspace..",
              "io.customer360.knowledge..",
              PLANTED + ".sql..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..")
          .because("these rooms know nothing of the lake; they hand over records");

  private static final ArchRule NULL_MARKED =
      ArchRuleDefinition.classes()
          .should(
              new ArchCondition<JavaClass>("be in a package marked @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(
                      new SimpleConditionEvent(
                          item,
                          marked,
                          "Add a package-info.java with @NullMarked to " + item.getPackageName()));
                }
              })
          .because("null is where it is written, and nowhere else");

  @Test
  void nothingHereKnowsAScreen() {
    NO_SCREEN.check(MODULE);
    fails(NO_SCREEN, "screen");
  }

  @Test
  void noPackagesNeedEachOther() {
    NO_CYCLE.check(MODULE);
    fails(NO_CYCLE, "cycle");
  }

  @Test
  void sqlStaysInItsPlace() {
    SQL_IN_ITS_PLACE.allowEmptyShould(true).check(MODULE);
    fails(SQL_IN_ITS_PLACE, "sql");
  }

  @Test
  void everyPackageIsNullMarked() {
    NULL_MARKED.check(MODULE);
    fails(NULL_MARKED, "unmarked");
  }

  @Test
  void foundationsKnowOnlyWhatIsBelowThem() {
    FOUNDATIONS.forEach((room, below) -> onlyKnows("io.customer360." + room, below).check(MODULE));
    assertThatThrownBy(
            () ->
                onlyKnows(PLANTED + ".upward", List.of("fault", "workspace"))
                    .check(planted("upward")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("UsesLakehouse");
  }

  private static ArchRule onlyKnows(String room, List<String> below) {
    List<String> rooms = below.stream().map(name -> "io.customer360." + name + "..").toList();
    return noClasses()
        .that()
        .resideInAPackage(room + "..")
        .should(
            new ArchCondition<JavaClass>("know only " + below) {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith("io.customer360."))
                    .filter(name -> !name.equals(room) && !name.startsWith(room + "."))
                    .filter(
                        name ->
                            rooms.stream()
                                .noneMatch(
                                    allowed ->
                                        (name + ".")
                                            .startsWith(
                                                allowed.substring(0, allowed.length() - 1))))
                    .forEach(
                        name ->
                            events.add(
                                SimpleConditionEvent.satisfied(
                                    item, item.getName() + " knows " + name)));
              }
            })
        .because("what others stand on must not lean on them");
  }

  private static void fails(ArchRule rule, String planted) {
    assertThatThrownBy(() -> rule.check(planted(planted))).isInstanceOf(AssertionError.class);
  }

  private static JavaClasses planted(String name) {
    return new ClassFileImporter().importPackages(PLANTED + "." + name);
  }
}
