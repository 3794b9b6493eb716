package io.customer360.app.desktop;

import io.customer360.connector.setup.DestinationFile;
import io.customer360.connector.setup.DestinationSettings;
import io.customer360.decision.DecisionDesk;
import io.customer360.decision.QueueFilter;
import io.customer360.engine.Engine;
import io.customer360.job.JobRunner;
import io.customer360.lakehouse.LakeStatus;
import io.customer360.lakehouse.RefreshRequest;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.ui.StudioDoors;
import io.customer360.studio.ui.StudioScreens;
import io.customer360.ui.center.CenterView;
import io.customer360.ui.center.QuestionPalette;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.data.DataScreen;
import io.customer360.ui.data.DataViewModel;
import io.customer360.ui.decision.ActionCenter;
import io.customer360.ui.decision.DecisionPalette;
import io.customer360.ui.decision.DecisionsModel;
import io.customer360.ui.identity.IdentityScreen;
import io.customer360.ui.identity.JudgementsModel;
import io.customer360.ui.identity.ResolutionModel;
import io.customer360.ui.identity.ReviewModel;
import io.customer360.ui.profile.CustomerPalette;
import io.customer360.ui.profile.ProfileFaces;
import io.customer360.ui.profile.ProfileScreen;
import io.customer360.ui.profile.SegmentPalette;
import io.customer360.ui.settings.SettingsScreen;
import io.customer360.ui.shell.DayDoor;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.ShellFacts;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.UiMemory;
import io.customer360.ui.shell.WorkbenchModel;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the engine's faces into the window's model: the only place where both are known.
final class WindowParts {
  private final Engine engine;
  private final JobRunner runner;
  private final UiMemory memory;
  private final FileDialogs dialogs;
  private final DayDoor days;

  WindowParts(Engine engine, JobRunner runner, UiMemory memory, FileDialogs dialogs) {
    this(
        engine,
        runner,
        memory,
        dialogs,
        engine.workspace().settings().past().isPresent() ? DayDoor.PAST : DayDoor.NONE);
  }

  WindowParts(Engine engine, JobRunner runner, UiMemory memory, FileDialogs dialogs, DayDoor days) {
    this.engine = engine;
    this.runner = runner;
    this.memory = memory;
    this.dialogs = dialogs;
    this.days = days;
  }

  WorkbenchModel model(Theme theme) {
    Formats formats =
        Formats.british(
            engine.workspace().settings().currency(),
            engine.workspace().settings().zone(),
            engine.lakehouse().asOf());
    return new WorkbenchModel(
        engine.workspace().settings().name() + " – Customer360 Workbench",
        engine.person().name(),
        theme,
        formats,
        runner,
        memory,
        this::facts,
        days.past() ? Optional.empty() : Optional.of(new EngineAgents(engine)),
        days,
        this::screens,
        this::palette);
  }

  private List<ScreenDefinition> screens(UiContext context) {
    List<ScreenDefinition> screens = new ArrayList<>();
    screens.add(CenterView.definition(context, engine.assistant(), engine.insights()));
    screens.add(ProfileScreen.definition(() -> customers(context)));
    screens.add(ActionCenter.definition(() -> decisions(context)));
    screens.addAll(
        new StudioScreens(engine.workspace(), engine.lakehouse(), engine.person(), doors())
            .definitions(context));
    screens.add(IdentityScreen.definition(() -> identity(context)));
    screens.add(DataScreen.definition(() -> data(context)));
    screens.add(
        SettingsScreen.definition(() -> new SettingsScreen(context, new EngineSettings(engine))));
    return screens;
  }

  private StudioDoors doors() {
    return new StudioDoors(
        engine.outbox(),
        engine.audit(),
        DecisionDesk.clock(engine.lakehouse(), engine.workspace()),
        () ->
            new DestinationFile(engine.workspace().root())
                .read().stream().map(DestinationSettings::name).toList(),
        new DeskDelivery(engine),
        dialogs::save,
        () -> dialogs.openData().stream().findFirst());
  }

  private ProfileScreen customers(UiContext context) {
    return new ProfileScreen(
        context,
        new ProfileFaces(
            engine.profiles(),
            engine.models(),
            engine.decisions(),
            engine.households(),
            engine.personas(),
            engine.workspace().settings().name(),
            new LakeSegments(engine)::names),
        dialogs::save);
  }

  private ActionCenter decisions(UiContext context) {
    return new ActionCenter(
        context,
        new DecisionsModel(
            engine.decisions(), engine.person(), new DeskDelivery(engine), context.jobs()));
  }

  private IdentityScreen identity(UiContext context) {
    return new IdentityScreen(
        context,
        new ReviewModel(
            engine.reviews(),
            engine.stewardship(),
            engine.person(),
            context.jobs(),
            InstantSource.system()),
        new JudgementsModel(
            engine.reviews(), engine.stewardship(), engine.person(), context.jobs()),
        new ResolutionModel(
            engine.stewardship(),
            progress -> engine.refresh(RefreshRequest.stale(), progress),
            context.jobs()));
  }

  private DataScreen data(UiContext context) {
    DataViewModel model =
        new DataViewModel(
            engine.ingest(),
            engine.lakehouse(),
            context.jobs(),
            progress -> engine.refresh(RefreshRequest.stale(), progress));
    return new DataScreen(context, model, dialogs::openData);
  }

  private List<PaletteProvider> palette(UiContext context) {
    return List.of(
        new CustomerPalette(context, engine.profiles()),
        new DecisionPalette(engine.decisions(), context.navigator()),
        new SegmentPalette(context, new LakeSegments(engine)),
        new QuestionPalette(engine.assistant(), context.navigator()));
  }

  private ShellFacts facts() {
    LakeStatus status = engine.lakehouse().status();
    long customers =
        engine
            .lakehouse()
            .read(connection -> Rows.number(connection, "select count(*) from gold.customer"));
    int waiting = engine.decisions().queue(QueueFilter.ALL).size();
    return new ShellFacts(
        engine.workspace().root().getFileName().toString(),
        customers,
        status.snapshotId(),
        status.asOf(),
        refreshed(status),
        "Built-in planner",
        "Offline, 0 bytes out",
        counters(waiting, engine.reviews().queue(1).waiting()));
  }

  private static ShellFacts.@Nullable Refreshed refreshed(LakeStatus status) {
    Instant at = status.refreshedAt();
    return at == null ? null : new ShellFacts.Refreshed(at, status.stale());
  }

  /// Only work has a number in the rail.
  private static Map<String, Integer> counters(long decisions, long pairs) {
    Map<String, Integer> counters = new LinkedHashMap<>();
    if (decisions > 0) {
      counters.put(Screens.ACTION_CENTER, Math.toIntExact(decisions));
    }
    if (pairs > 0) {
      counters.put(Screens.IDENTITY, Math.toIntExact(pairs));
    }
    return counters;
  }
}
