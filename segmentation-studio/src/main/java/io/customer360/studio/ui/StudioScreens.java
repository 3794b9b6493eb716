package io.customer360.studio.ui;

import io.customer360.governance.Person;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.studio.desk.Activations;
import io.customer360.studio.desk.AlikeFinder;
import io.customer360.studio.desk.Contrasts;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.desk.FieldValues;
import io.customer360.studio.desk.Leaders;
import io.customer360.studio.desk.LifecycleFlow;
import io.customer360.studio.desk.PurchaseGrids;
import io.customer360.studio.desk.SpokenRules;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.drift.ClusteringStore;
import io.customer360.studio.segment.SegmentCatalog;
import io.customer360.studio.segment.SegmentFiles;
import io.customer360.studio.segment.SegmentOverview;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.ui.activate.ActivationModel;
import io.customer360.studio.ui.alike.AlikeModel;
import io.customer360.studio.ui.apart.ApartModel;
import io.customer360.studio.ui.catalog.SegmentsModel;
import io.customer360.studio.ui.cohort.CohortModel;
import io.customer360.studio.ui.cohort.CohortScreen;
import io.customer360.studio.ui.list.ListModel;
import io.customer360.studio.ui.map.ClusterModel;
import io.customer360.studio.ui.rules.CatalogModel;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.studio.ui.rules.WordsModel;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.UiContext;
import io.customer360.workspace.Workspace;
import java.util.List;

/// The screens of this module over a workspace. One studio a window: it holds columns in memory.
public final class StudioScreens {
  private final Workspace workspace;
  private final Lakehouse lakehouse;
  private final Person person;
  private final StudioDoors doors;
  private final SegmentStudio studio;

  /// @param doors what lies outside the studio
  public StudioScreens(Workspace workspace, Lakehouse lakehouse, Person person, StudioDoors doors) {
    this.workspace = workspace;
    this.lakehouse = lakehouse;
    this.person = person;
    this.doors = doors;
    this.studio = new SegmentStudio(workspace, lakehouse);
  }

  /// In the order of the rail.
  public List<ScreenDefinition> definitions(UiContext context) {
    return List.of(
        StudioScreen.definition(() -> studio(context)),
        CohortScreen.definition(() -> cohorts(context)));
  }

  private CohortScreen cohorts(UiContext context) {
    context.themes().add(StudioScreen.class, "studio.css");
    PurchaseGrids grids = new PurchaseGrids(lakehouse, studio, workspace.settings().zoneId());
    LifecycleFlow flow = new LifecycleFlow(studio, lakehouse, workspace.settings().zoneId());
    return new CohortScreen(
        context, new CohortModel(grids, flow, new Leaders(studio), context.jobs()));
  }

  private StudioScreen studio(UiContext context) {
    SegmentCatalog catalog = new SegmentCatalog(new SegmentFiles(workspace.segments()), lakehouse);
    StaticLists lists = new StaticLists(studio, lakehouse, person);
    DraftModel draft = new DraftModel(studio, person, context.jobs());
    ClusterModel clusters =
        new ClusterModel(
            new Discovery(lakehouse, studio),
            lists,
            new ClusteringStore(lakehouse, workspace.clock()),
            person,
            draft.rule()::get,
            context.jobs());
    FieldValues values = new FieldValues(lakehouse, workspace.settings().zoneId());
    return new StudioScreen(
        context,
        draft,
        new CatalogModel(studio, catalog, context.formats(), context.jobs()),
        clusters,
        new WordsModel(
            new SpokenRules(lakehouse, workspace.settings().zoneId()), draft, context.jobs()),
        new ApartModel(new Contrasts(studio), draft, context.jobs()),
        new SegmentsModel(studio, new SegmentOverview(studio, lakehouse), person, context.jobs()),
        new ActivationModel(
            new Activations(
                studio,
                workspace,
                lakehouse,
                doors.outbox(),
                doors.audit(),
                doors.clock(),
                doors.targets()),
            doors.delivery(),
            person,
            context.jobs()),
        new AlikeModel(new AlikeFinder(lakehouse, studio), lists, context.jobs()),
        new ListModel(lists, context.jobs()),
        () -> values,
        doors.saveAs(),
        doors.open());
  }
}
