package io.customer360.ui.testing;

import io.customer360.decision.AgentRunRequest;
import io.customer360.engine.Engine;
import io.customer360.engine.EngineExtras;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.sample.SampleData;
import io.customer360.sample.SampleListener;
import io.customer360.sample.SampleSpec;
import io.customer360.sample.SampleSummary;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A real workspace with the sample company , small, made once for all tests of a run: three
/// hundred customers, their scores, what the agents propose, five rows held back. Tests share it,
/// so each leaves the queue as it found it or asks for a proposal nobody else needs.
public final class SmallWorld {
  private static final int CUSTOMERS = 300;
  private static Engine engine;

  private SmallWorld() {}

  public static synchronized Engine engine() {
    if (engine == null) {
      try {
        engine = make(Files.createTempDirectory("small-world"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return engine;
  }

  private static Engine make(Path folder) throws IOException {
    SampleSpec spec = SampleSpec.of(CUSTOMERS, SampleSpec.DEFAULT_SEED);
    Path sources = folder.resolve("sources");
    SampleSummary written =
        SampleData.write(
            sources,
            spec,
            new SampleListener() {
              @Override
              public void progress(String stage, double fraction) {}

              @Override
              public boolean cancelled() {
                return false;
              }
            });
    WorkspaceSettings settings =
        WorkspaceSettings.of("Alder & Pine", "GBP", "Europe/London", "fixed:" + spec.today())
            .withPerson("Mara Hale");
    Engine made =
        Engine.open(Workspace.create(folder.resolve("small.c360"), settings), EngineExtras.NONE);
    copy(sources.resolve("offers"), made.workspace().offers());
    copy(sources.resolve("knowledge"), made.workspace().knowledge());
    for (SampleSummary.WrittenFile file : written.imports()) {
      made.ingest()
          .load(
              sources.resolve(file.path()),
              made.ingest().loadMapping(sources.resolve(file.mapping())),
              Progress.NONE);
    }
    made.lakehouse().refresh(RefreshRequest.stale(), Progress.NONE);
    made.insights().refresh(Progress.NONE);
    made.decisions().runAgents(AgentRunRequest.ALL, Progress.NONE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(made, folder)));
    return made;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void close(Engine made, Path folder) {
    made.close();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
