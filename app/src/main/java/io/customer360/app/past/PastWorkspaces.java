package io.customer360.app.past;

import io.customer360.app.Composition;
import io.customer360.engine.Engine;
import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.past.PastFolder;
import io.customer360.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The workspaces of past days beside an open one. Making one takes as long as a refresh; it is
/// kept, and made anew when the files, texts or judgements it was made from have changed. A crash
/// or a cancel leaves no half one. Thread-safe.
public final class PastWorkspaces {
  private static final String ENDING = ".c360";

  private final Engine engine;

  public PastWorkspaces(Engine engine) {
    this.engine = engine;
  }

  /// A workspace of a past day.
  ///
  /// @param made whether it was made just now
  public record Shown(LocalDate day, Path folder, boolean made) {}

  /// The workspace that shows `day`, made when it is not there.
  ///
  /// @throws WorkbenchException a user error when the day is not before the data's today
  public Shown of(LocalDate day, Progress progress) {
    PastFolder past = new PastFolder(engine.workspace(), engine.lakehouse());
    String stamp = past.stamp(day);
    Path folder = PastFolder.of(engine.workspace(), day);
    if (stamp(folder).filter(stamp::equals).isPresent()) {
      return new Shown(day, folder, false);
    }
    Path half = folder.resolveSibling("." + folder.getFileName() + ".half");
    delete(half);
    try {
      Files.createDirectories(PastFolder.home(engine.workspace()));
      past.lay(half, day, progress);
      try (Engine then = Composition.open(half)) {
        PastFolder.settle(then.workspace(), then.lakehouse());
        then.refresh(new RefreshRequest(true, RefreshRequest.SEED), progress);
      }
      delete(folder);
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
      return new Shown(day, folder, true);
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-PST-004", "Cannot make " + folder + ": " + failure.getMessage(), failure);
    } finally {
      delete(half);
    }
  }

  /// The days there is a workspace of, the latest first.
  public List<LocalDate> days() {
    Path home = PastFolder.home(engine.workspace());
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(home)) {
      List<LocalDate> days = new ArrayList<>();
      all.map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .forEach(
              name -> day(name.substring(0, name.length() - ENDING.length())).ifPresent(days::add));
      days.sort(Comparator.reverseOrder());
      return days;
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-PST-005", "Cannot read " + home + ": " + failure.getMessage(), failure);
    }
  }

  /// Removes the workspace of a day.
  ///
  /// @throws WorkbenchException a user error when there is none, or when somebody has it open
  public void remove(LocalDate day) {
    Path folder = PastFolder.of(engine.workspace(), day);
    if (!Workspace.isWorkspace(folder)) {
      throw WorkbenchException.user(
          "C360-PST-006", "There is no snapshot of " + day + ". See: workbench snapshot --list");
    }
    delete(folder);
  }

  private static Optional<LocalDate> day(String name) {
    try {
      return Optional.of(LocalDate.parse(name));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /// What a workspace was made from; opening it makes sure that nobody else has it open.
  private static Optional<String> stamp(Path folder) {
    if (!Workspace.isWorkspace(folder)) {
      return Optional.empty();
    }
    try (Workspace there = Workspace.open(folder)) {
      return there.settings().past().map(past -> past.stamp());
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (Workspace.isWorkspace(folder)) {
      Workspace.open(folder).close();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw WorkbenchException.resource(
          "C360-PST-007", "Cannot delete " + folder + ": " + failure.getMessage(), failure);
    }
  }
}
