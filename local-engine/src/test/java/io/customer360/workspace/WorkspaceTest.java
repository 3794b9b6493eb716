package io.customer360.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.Kind;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.lang.Thread.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  private static final WorkspaceSettings SETTINGS =
      WorkspaceSettings.of("Test", "GBP", "Europe/London", "fixed:2026-11-20T09:40:00Z");

  @TempDir Path dir;

  @Test
  void createsEveryFolderAndKeepsSettings() {
    Path place = dir.resolve("a.c360");
    try (Workspace made = Workspace.create(place, SETTINGS)) {
      made.change(now -> now.withTheme("dark").with("window.width", "1440"));
      assertThat(made.bronze()).isDirectory();
      assertThat(made.knowledge()).isDirectory();
      assertThat(made.clock().instant()).isEqualTo(Instant.parse("2026-11-20T09:40:00Z"));
    }
    try (Workspace again = Workspace.open(place)) {
      assertThat(again.settings().theme()).isEqualTo("dark");
      assertThat(again.settings().more()).containsEntry("window.width", "1440");
      assertThat(again.settings().version()).isEqualTo(WorkspaceSettings.CURRENT_VERSION);
    }
  }

  @Test
  void changesAtTheSameTimeLoseNothingOfEachOther() throws Exception {
    Path place = dir.resolve("two.c360");
    try (Workspace opened = Workspace.create(place, SETTINGS)) {
      Thread screen = new Thread(() -> opened.change(now -> now.with("screen", "1")));
      WorkspaceSettings job =
          opened.change(
              now -> {
                screen.start();
                // The screen's change begins in the middle of this one: it waits, or is lost.
                while (!Set.of(State.BLOCKED, State.TERMINATED).contains(screen.getState())) {
                  Thread.onSpinWait();
                }
                return now.with("job", "1");
              });
      assertThat(job.more()).containsKey("job");
      screen.join();
      assertThat(opened.settings().more()).containsKeys("job", "screen");
    }
    try (Workspace again = Workspace.open(place)) {
      assertThat(again.settings().more()).containsKeys("job", "screen");
    }
  }

  @Test
  void aChangeThatIsRefusedChangesNothing() {
    try (Workspace opened = Workspace.create(dir.resolve("kept.c360"), SETTINGS)) {
      refused(() -> opened.change(now -> now.withClock("half past nine")), "Clock is");
      assertThat(opened.settings()).isEqualTo(SETTINGS);
    }
  }

  @Test
  void refusesAFolderThatHoldsAnything() throws IOException {
    Path used = Files.createDirectory(dir.resolve("used"));
    Files.writeString(used.resolve("holiday.jpg"), "x");
    refused(() -> Workspace.create(used, SETTINGS), "not empty");
    assertThat(used.resolve("settings.json")).doesNotExist();
    Path file = Files.writeString(dir.resolve("file"), "x");
    refused(() -> Workspace.create(file, SETTINGS), "is a file");
    Path place = dir.resolve("b.c360");
    Workspace.create(place, SETTINGS).close();
    refused(() -> Workspace.create(place, SETTINGS), "already a workspace");
  }

  @Test
  void aCreationThatWasCutOffCanBeDoneAgain() throws IOException {
    Path place = Files.createDirectory(dir.resolve("c.c360"));
    Files.createDirectory(place.resolve("bronze"));
    Files.writeString(place.resolve("workspace.lock"), "");
    Files.writeString(place.resolve(".settings.json.part"), "{\"vers");
    refused(() -> Workspace.open(place), "not a workspace");
    Workspace.create(place, SETTINGS).close();
    Workspace.open(place).close();
  }

  @Test
  void openingSweepsWhatWritesThatWereCutOffLeft() throws IOException {
    Path place = dir.resolve("swept.c360");
    Workspace.create(place, SETTINGS).close();
    Path settings = Files.writeString(place.resolve(".settings.json.part"), "{\"vers");
    Path segment = Files.writeString(place.resolve("segments/.loyal.yaml.part"), "title: Lo");
    Path mine = Files.writeString(place.resolve("segments/notes.part"), "a file of a person");
    try (Workspace opened = Workspace.open(place)) {
      assertThat(opened.settings().name()).isEqualTo("Test");
    }
    assertThat(settings).doesNotExist();
    assertThat(segment).doesNotExist();
    assertThat(mine).exists();
  }

  @Test
  void saysWhatIsNotAWorkspace() {
    refused(() -> Workspace.open(dir.resolve("nowhere")), "no workspace at");
    refused(() -> Workspace.open(dir), "no settings.json");
  }

  @Test
  void aSecondOpeningNamesTheHolder() {
    Path place = dir.resolve("d.c360");
    try (Workspace held = Workspace.create(place, SETTINGS)) {
      assertThat(held.root()).isEqualTo(place);
      assertThatThrownBy(() -> Workspace.open(place))
          .isInstanceOfSatisfying(
              WorkbenchException.class,
              failure -> {
                assertThat(failure.kind()).isEqualTo(Kind.RESOURCE);
                assertThat(failure.plain())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains(System.getProperty("user.name"))
                    .contains("since 2");
              });
    }
    Workspace.open(place).close();
  }

  @Test
  void theLockOfAKilledProgramIsTakenOver() throws Exception {
    Path place = dir.resolve("e.c360");
    Workspace.create(place, SETTINGS).close();
    Process holder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                place.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('!');
      refused(() -> Workspace.open(place), "process " + holder.pid());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    Workspace.open(place).close();
  }

  /// Opens a workspace, says so with one character and waits to be killed.
  static final class Holder {
    public static void main(String[] arguments) throws Exception {
      try (Workspace held = Workspace.open(Path.of(arguments[0]))) {
        System.out.print('!');
        System.out.flush();
        Thread.sleep(held.settings().version() * 60_000L);
      }
    }
  }

  @Test
  void damagedSettingsAreToldWithTheirLineAndLeftAlone() throws IOException {
    Path place = dir.resolve("f.c360");
    Workspace.create(place, SETTINGS).close();
    Path file = place.resolve("settings.json");
    Files.writeString(file, "{\n  \"version\" : 1,\n  name\n}");
    refused(() -> Workspace.open(place), "settings.json, line 3");
    Files.writeString(file, Files.readString(file).replace("  name\n", "  \"name\" : \"x\"\n"));
    refused(() -> Workspace.open(place), "settings.json");
  }

  @Test
  void wrongSettingsAreRefused() {
    refused(() -> WorkspaceSettings.of("x", "pounds", "Europe/London", "system"), "GBP");
    refused(() -> WorkspaceSettings.of("x", "GBP", "Mars/Base", "system"), "Mars/Base");
    refused(() -> WorkspaceSettings.of("x", "GBP", "UTC", "fixed:yesterday"), "fixed:yesterday");
  }

  @Test
  void aNewerFormatIsRefusedAndAnOlderOneBroughtUpToDate() {
    Path place = dir.resolve("g.c360");
    Workspace.create(place, SETTINGS).close();
    Migration toTwo =
        new Migration() {
          @Override
          public int from() {
            return 1;
          }

          @Override
          public void run(Path root) throws IOException {
            Files.writeString(root.resolve("policies/from-one.txt"), "x");
          }
        };
    try (Workspace two = Workspace.open(place, List.of(toTwo), 2)) {
      assertThat(two.settings().version()).isEqualTo(2);
      assertThat(two.policies().resolve("from-one.txt")).exists();
    }
    refused(() -> Workspace.open(place), "newer version");
    try (Workspace still = Workspace.open(place, List.of(toTwo), 2)) {
      assertThat(still.settings().version()).isEqualTo(2);
    }
  }

  private static void refused(Runnable work, String why) {
    assertThatThrownBy(work::run).isInstanceOf(WorkbenchException.class).hasMessageContaining(why);
  }
}
