package io.customer360.ui.profile;

import io.customer360.profile.Domain;
import io.customer360.profile.DomainView;
import io.customer360.profile.Neighbours;
import io.customer360.ui.command.Action;
import io.customer360.ui.control.EmptyState;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Panes;
import io.customer360.ui.shell.ScreenDefinition;
import io.customer360.ui.shell.ScreenView;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One customer seen whole, or the way to find one.
public final class ProfileScreen implements ScreenView {
  /// Below this width the third pane becomes a tab beside the scores.
  private static final double THREE_PANES = 1330;

  private static final int OVERVIEW = 0;

  private final UiContext context;
  private final Formats formats;
  private final ProfileModel model;
  private final ShareMenu share;
  private final CompareSheet compare;
  private final FindPane find;
  private final HeadPane head;
  private final TimelinePane timeline;
  private final ScoresPane scores;
  private final ActionPane action;
  private final RecordPane record;
  private final DomainPane domains;
  private final PastPane past;
  private final Subscription looking;
  private final TabStrip tabs;
  private final Button previous;
  private final Button next;
  private final Label place = Nodes.label("", "num");
  private final SimpleBooleanProperty person = new SimpleBooleanProperty();
  private final StackPane tabBody = new StackPane();
  private final StackPane overview = new StackPane();
  private final BorderPane profile = new BorderPane();
  private final StackPane root = new StackPane();
  /// Brings the golden record's pane forward where it is a tab.
  private Runnable showRecord = () -> {};
  private boolean three;
  private boolean arranged;

  /// @param saveAs asks where to write a file, given a first name for it
  public ProfileScreen(
      UiContext context, ProfileFaces faces, Function<String, Optional<Path>> saveAs) {
    this.context = context;
    this.formats = context.formats();
    this.model = new ProfileModel(faces, context.jobs());
    this.share = new ShareMenu(context, faces, model, saveAs);
    this.compare = new CompareSheet(context, new CompareModel(faces, context), model);
    context.themes().add(ProfileScreen.class, "profile.css");
    tabs =
        new TabStrip(
            Stream.concat(
                    Stream.of(Messages.text("profile.overview")),
                    Arrays.stream(Domain.values()).map(Domain::words))
                .toArray(String[]::new));
    find = new FindPane(context, model);
    head = new HeadPane(context, this::segments);
    timeline = new TimelinePane(context, model);
    action = new ActionPane(context, model);
    scores = new ScoresPane(context, model, action);
    record = new RecordPane(context, model, () -> tabs.select(1 + Domain.IDENTITY.ordinal()));
    domains = new DomainPane(context);
    past = new PastPane(context, model);
    previous =
        Nodes.iconButton("fth-chevron-left", Messages.text("profile.previous"), this::previous);
    next = Nodes.iconButton("fth-chevron-right", Messages.text("profile.next"), this::next);
    tabs.right(
        previous,
        place,
        next,
        Nodes.rule(20),
        Nodes.button(Messages.text("profile.find"), "fth-search", this::find, "flat"),
        Nodes.button(Messages.text("profile.compare"), "fth-columns", this::compare, "flat"),
        share.button());
    profile.setTop(new VBox(head.root(), tabs));
    profile.setCenter(tabBody);
    root.getStyleClass().add("profile-screen");
    root.widthProperty().subscribe(this::arrange);
    tabs.selectedProperty().subscribe(this::showTab);
    model.customer().subscribe(id -> show());
    model.opened().subscribe(load -> show());
    arrange();
    show();
    looking = context.day().pastProperty().subscribe(this::look);
  }

  public static ScreenDefinition definition(Supplier<ProfileScreen> screen) {
    return ScreenDefinition.of(
        Screens.CUSTOMERS, Messages.text("profile.title"), "fth-user", "Shortcut+2", screen);
  }

  /// Three panes where there is room; otherwise the record is a tab beside the scores.
  private void arrange() {
    boolean wide = root.getWidth() == 0 || root.getWidth() >= THREE_PANES;
    if (arranged && wide == three) {
      return;
    }
    arranged = true;
    three = wide;
    overview.getChildren().clear();
    if (context.day().past().isPresent()) {
      overview
          .getChildren()
          .setAll(
              Panes.across(
                  context.memory(),
                  "profile.past",
                  new double[] {0.42},
                  timeline.root(),
                  past.root()));
      return;
    }
    if (wide) {
      overview
          .getChildren()
          .setAll(
              Panes.across(
                  context.memory(),
                  "profile.panes",
                  new double[] {0.3, 0.605},
                  timeline.root(),
                  scores.root(),
                  record.root()));
      showRecord = () -> {};
      return;
    }
    TabStrip sides = new TabStrip(Messages.text("profile.scores"), Messages.text("profile.golden"));
    StackPane side = new StackPane();
    sides
        .selectedProperty()
        .subscribe(
            tab -> side.getChildren().setAll(tab.intValue() == 0 ? scores.root() : record.root()));
    showRecord = () -> sides.select(1);
    BorderPane right = new BorderPane(side);
    right.setTop(sides);
    SplitPane two =
        Panes.across(context.memory(), "profile.two", new double[] {0.45}, timeline.root(), right);
    overview.getChildren().setAll(two);
  }

  /// A day gone by has panes of its own: what is known today must not stand beside it.
  private void look(Optional<LocalDate> day) {
    model.lookBack(
        day.map(one -> one.plusDays(1).atStartOfDay(formats.zone()).toInstant()).orElse(null));
    arranged = false;
    arrange();
    boolean today = day.isEmpty();
    if (!today) {
      tabs.select(OVERVIEW);
    }
    Nodes.visible(head.root(), today);
    Nodes.visible(tabs, today);
    timeline.weeksShown(today);
  }

  private void show() {
    String id = model.customer().get();
    person.set(!id.isEmpty());
    if (id.isEmpty()) {
      root.getChildren().setAll(find.root());
      return;
    }
    Load<Optional<ProfileModel.Opened>> load = model.opened().get();
    if (load instanceof Load.Failed<Optional<ProfileModel.Opened>>(var fault)) {
      root.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    Optional<ProfileModel.Opened> value = load.value();
    if (value == null) {
      root.getChildren().setAll(padded(new Skeleton(20, 20, 320, 640, 640, 480)));
      return;
    }
    if (value.isEmpty()) {
      if (load instanceof Load.Ready) {
        root.getChildren().setAll(nobody(id));
      }
      return;
    }
    show(value.get());
  }

  private static Node padded(Region skeleton) {
    StackPane room = new StackPane(skeleton);
    room.getStyleClass().addAll("pane", "loading-room");
    StackPane.setAlignment(skeleton, Pos.TOP_LEFT);
    return room;
  }

  private Node nobody(String id) {
    return new EmptyState(
        "fth-user-x",
        Messages.text("profile.nobody", id),
        Messages.text("profile.nobody-words"),
        Nodes.button(Messages.text("profile.find"), "fth-search", this::find, "accent"));
  }

  private void show(ProfileModel.Opened opened) {
    head.show(opened);
    for (DomainView domain : opened.profile().domains()) {
      tabs.count(1 + domain.domain().ordinal(), formats.count(domain.total()));
    }
    place.setText(
        opened
            .place()
            .map(
                at ->
                    Messages.text(
                        "profile.place", formats.count(at.position()), formats.count(at.total())))
            .orElse(""));
    previous.setDisable(opened.place().map(Neighbours::previousId).isEmpty());
    next.setDisable(opened.place().map(Neighbours::nextId).isEmpty());
    showTab();
    if (root.getChildren().size() != 1 || root.getChildren().getFirst() != profile) {
      root.getChildren().setAll(profile);
    }
  }

  private void showTab() {
    int tab = tabs.selected();
    if (tab == OVERVIEW) {
      if (!tabBody.getChildren().contains(overview)) {
        tabBody.getChildren().setAll(overview);
      }
      return;
    }
    model
        .current()
        .ifPresent(
            opened ->
                tabBody
                    .getChildren()
                    .setAll(domains.of(opened.profile().domain(Domain.values()[tab - 1]))));
  }

  private void previous() {
    model.move(-1);
  }

  private void next() {
    model.move(1);
  }

  private void find() {
    model.find();
    find.focus();
  }

  private void filterTimeline() {
    if (person.get()) {
      tabs.select(OVERVIEW);
      timeline.focusFilter();
    }
  }

  private void why() {
    if (person.get()) {
      tabs.select(OVERVIEW);
      scores.focusWhy();
    }
  }

  private void segments() {
    tabs.select(OVERVIEW);
    showRecord.run();
    record.showSegments();
  }

  private void openDecision() {
    if (person.get() && !action.openDecision()) {
      context.notifier().warn(Messages.text("profile.action.no-decision"));
    }
  }

  private void compare() {
    model.current().ifPresent(opened -> compare.show(root.getScene(), opened));
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public void show(Destination destination) {
    switch (destination) {
      case Destination.Customer(String id, List<String> among) -> {
        tabs.select(OVERVIEW);
        model.open(id, among);
      }
      case Destination.Customers(String title, List<String> ids) -> {
        model.list(title, ids);
        find.clear();
      }
      default -> {
        if (model.customer().get().isEmpty()) {
          model.find();
        } else {
          model.reload();
        }
      }
    }
  }

  @Override
  public void focus() {
    if (person.get()) {
      root.requestFocus();
    } else {
      find.focus();
    }
  }

  @Override
  public List<Action> actions() {
    return List.of(
        action("find", "fth-search", this::find).on("Shortcut+F").in(Action.Menu.EDIT),
        action("previous", "fth-chevron-left", this::previous)
            .on("Alt+Left")
            .in(Action.Menu.GO)
            .when(person),
        action("next", "fth-chevron-right", this::next)
            .on("Alt+Right")
            .in(Action.Menu.GO)
            .when(person),
        action("filter", "fth-filter", this::filterTimeline).on("T").when(person),
        action("why", "fth-help-circle", this::why).on("W").when(person),
        action("decision", "fth-inbox", this::openDecision)
            .on("Shortcut+Enter")
            .in(Action.Menu.DECIDE)
            .when(person),
        action("compare", "fth-columns", this::compare)
            .on("Shortcut+Shift+C")
            .in(Action.Menu.VIEW)
            .when(person),
        action("export", "fth-download", share::json)
            .on("Shortcut+E")
            .in(Action.Menu.FILE)
            .when(person),
        action("export-pdf", "fth-file-text", share::pdf)
            .on("Shortcut+Shift+E")
            .in(Action.Menu.FILE)
            .when(person),
        action("personas", "fth-users", share::personas).in(Action.Menu.FILE));
  }

  private static Action action(String key, String icon, Runnable run) {
    return Action.of("profile." + key, Messages.text("profile." + key), icon, run);
  }

  @Override
  public boolean followsDay() {
    return true;
  }

  @Override
  public void close() {
    looking.unsubscribe();
    compare.close();
    model.close();
  }
}
