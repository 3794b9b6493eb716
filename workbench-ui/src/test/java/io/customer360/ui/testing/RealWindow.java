package io.customer360.ui.testing;

import io.customer360.engine.Engine;
import io.customer360.job.JobRunner;
import io.customer360.job.Progress;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.ui.center.CenterView;
import io.customer360.ui.center.QuestionPalette;
import io.customer360.ui.data.DataScreen;
import io.customer360.ui.data.DataViewModel;
import io.customer360.ui.decision.ActionCenter;
import io.customer360.ui.decision.DecisionPalette;
import io.customer360.ui.decision.DecisionsModel;
import io.customer360.ui.decision.DeliverySwitch;
import io.customer360.ui.profile.CustomerPalette;
import io.customer360.ui.profile.ProfileFaces;
import io.customer360.ui.profile.ProfileScreen;
import io.customer360.ui.profile.SegmentPalette;
import io.customer360.ui.settings.SettingsScreen;
import io.customer360.ui.settings.SettingsSource;
import io.customer360.ui.shell.DayDoor;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ShellFacts;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchModel;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import io.customer360.workspace.WorkspaceSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The window over [SmallWorld], as the program composes it but for what is outside this module:
/// nothing is delivered, and the settings know no destination.
public final class RealWindow {
  private final Engine engine = SmallWorld.engine();
  private final Supplier<List<Path>> files;
  private final List<LocalDate> pastDays = new CopyOnWriteArrayList<>();

  /// @param files what the person chooses when asked for files to import
  public RealWindow(Supplier<List<Path>> files) {
    this.files = files;
  }

  /// The days of which every screen was asked for.
  public List<LocalDate> pastDays() {
    return pastDays;
  }

  public WorkbenchModel model(JobRunner runner, UiMemory memory) {
    return new WorkbenchModel(
        "Alder & Pine",
        engine.person().name(),
        Theme.LIGHT,
        Formats.british("GBP", "Europe/London", engine.lakehouse().asOf()),
        runner,
        memory,
        () ->
            new ShellFacts(
                "small.c360",
                100,
                engine.lakehouse().snapshotId(),
                engine.lakehouse().asOf(),
                null,
                "Built-in planner",
                "Offline",
                Map.of()),
        Optional.empty(),
        new DayDoor(false, Optional.of(pastDays::add)),
        this::screens,
        context ->
            List.of(
                new CustomerPalette(context, engine.profiles()),
                new DecisionPalette(engine.decisions(), context.navigator()),
                new SegmentPalette(context, new OneSegment()),
                new QuestionPalette(engine.assistant(), context.navigator())));
  }

  private List<ScreenDefinition> screens(UiContext context) {
    return List.of(
        CenterView.definition(context, engine.assistant(), engine.insights()),
        ProfileScreen.definition(
            () ->
                new ProfileScreen(
                    context,
                    new ProfileFaces(
                        engine.profiles(),
                        engine.models(),
                        engine.decisions(),
                        engine.households(),
                        engine.personas(),
                        "sample",
                        Map::of),
                    name -> Optional.empty())),
        ActionCenter.definition(
            () ->
                new ActionCenter(
                    context,
                    new DecisionsModel(
                        engine.decisions(),
                        engine.person(),
                        progress -> new DeliverySwitch.Delivered(0, 0, 0, 0),
                        context.jobs()))),
        DataScreen.definition(
            () ->
                new DataScreen(
                    context,
                    new DataViewModel(
                        engine.ingest(),
                        engine.lakehouse(),
                        context.jobs(),
                        progress -> engine.refresh(RefreshRequest.stale(), progress)),
                    files)),
        SettingsScreen.definition(() -> new SettingsScreen(context, new WorkspaceOnly())));
  }

  private static final class OneSegment implements SegmentPalette.Segments {
    @Override
    public List<SegmentPalette.Segment> all() {
      return List.of(new SegmentPalette.Segment("families", "Loyal families", 2));
    }

    @Override
    public List<String> members(String id) {
      return List.of("C-000001", "C-000002");
    }
  }

  private final class WorkspaceOnly implements SettingsSource {
    @Override
    public Contents read() {
      return new Contents(
          "small.c360",
          engine.workspace().settings(),
          List.of(),
          engine.models().cards(),
          engine.assistant().modelServer());
    }

    @Override
    public void change(UnaryOperator<WorkspaceSettings> change) {
      engine.workspace().change(change);
    }

    @Override
    public void enable(String target) {
      throw new IllegalStateException("no destination " + target);
    }

    @Override
    public void train(Progress progress) {
      throw new IllegalStateException("not trained in tests");
    }
  }
}
