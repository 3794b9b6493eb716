package io.customer360.studio.ui.alike;

import io.customer360.studio.alike.Alike;
import io.customer360.studio.desk.AlikeFinder;
import io.customer360.studio.desk.Discovery;
import io.customer360.studio.rule.Rule;
import io.customer360.ui.control.Chip;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Stat;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Sheet;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who is like the people of the segment, how sure that is, and how many to take. Nothing is saved
/// before its button, which names the number, is pressed.
public final class AlikeSheet {
  private static final int TRAITS = 5;

  private final UiContext context;
  private final Formats formats;
  private final AlikeModel model;
  private final Runnable listed;
  private final VBox card = new VBox(14);
  private final Sheet sheet = new Sheet(card);
  private final Label title = Nodes.label("", "section");
  private final Label check = Nodes.wrapped("", "muted");
  private final HBox setup = Nodes.row(8);
  private final VBox body = new VBox(14);
  private final AlikeCurve curve;
  private final TextField count = new TextField();
  private final Stat similarity = new Stat(Messages.text("studio.alike.similarity"));
  private final Stat found = new Stat(Messages.text("studio.alike.found"));
  private final Stat lift = new Stat(Messages.text("studio.alike.lift"));
  private final GridPane traits = new GridPane();
  private final Button save;

  /// @param listed is told that there is a new list
  public AlikeSheet(UiContext context, AlikeModel model, Runnable listed) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.listed = listed;
    curve = new AlikeCurve(formats, model::size);
    save = Nodes.button("", this::save, "accent");
    card.getStyleClass().add("activation-card");
    card.setMaxSize(640, Region.USE_PREF_SIZE);
    card.setMinHeight(Region.USE_PREF_SIZE);
    Nodes.named(card, AccessibleRole.DIALOG, Messages.text("studio.alike"));
    count.setAccessibleText(Messages.text("studio.alike.count"));
    count.setPrefColumnCount(7);
    count.setOnAction(event -> typed());
    count.focusedProperty().subscribe(focused -> typed());
    traits.setHgap(16);
    traits.setVgap(4);
    HBox buttons =
        Nodes.row(
            8,
            Nodes.spacer(),
            Nodes.button(Messages.text("studio.alike.close"), sheet::hide),
            save);
    card.getChildren().setAll(title, check, setup, body, buttons);
    model.found().subscribe(this::show);
    model.size().subscribe(next -> take(next.intValue()));
  }

  /// Opens over the window and looks for them.
  public void show(Scene scene, String of, Rule rule) {
    model.open(of, rule);
    title.setText(Messages.text("studio.alike.title", of));
    sheet.show(scene);
  }

  private void typed() {
    try {
      model.size(Integer.parseInt(count.getText().replaceAll("[^0-9]", "")));
    } catch (NumberFormatException e) {
      // Not a number of people: the one that was there stands.
    }
    count.setText(formats.count(model.size().get()));
  }

  private void show(Load<AlikeFinder.Found> load) {
    body.setOpacity(load instanceof Load.Loading<?> ? 0.6 : 1);
    save.setDisable(!(load instanceof Load.Ready<?>));
    AlikeFinder.Found now = load.value();
    if (load instanceof Load.Failed<AlikeFinder.Found>(var fault)) {
      check.setText("");
      setup.getChildren().clear();
      body.getChildren().setAll(ErrorState.retry(fault, model::find));
    } else if (now == null) {
      check.setText(Messages.text("studio.alike.looking"));
      body.getChildren().setAll(new Skeleton(16, 18, -1, -1, -1, -1, -1, -1, -1));
    } else if (load instanceof Load.Ready<?>) {
      fill(now);
    }
  }

  private void fill(AlikeFinder.Found now) {
    Alike alike = now.alike();
    check.setText(
        Messages.text(
            "studio.alike.check",
            formats.score(alike.auc()),
            formats.score(alike.aucLow()),
            formats.score(alike.aucHigh()),
            words(alike.auc())));
    List<Chip.Choice> sets =
        Discovery.featureSets().stream()
            .map(set -> new Chip.Choice(set, Messages.text("studio.features." + set)))
            .toList();
    setup
        .getChildren()
        .setAll(
            Chip.editable(
                Messages.text("studio.alike.by"),
                Messages.text("studio.features." + model.features()),
                model.features(),
                sets,
                model::features));
    if (!now.leftOut().isEmpty()) {
      setup
          .getChildren()
          .add(
              Nodes.label(
                  Messages.text(
                      "studio.alike.without",
                      now.leftOut().stream()
                          .map(AlikeFinder.Found::title)
                          .collect(Collectors.joining(", "))),
                  "caption",
                  "muted"));
    }
    curve.show(alike);
    HBox taken =
        Nodes.row(
            20,
            Nodes.column(
                2, Nodes.label(Messages.text("studio.alike.take"), "caption", "muted"), count),
            similarity,
            found,
            lift);
    taken.setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
    body.getChildren()
        .setAll(
            Nodes.column(
                4, Nodes.label(Messages.text("studio.alike.axis"), "caption", "muted"), curve),
            taken,
            traits);
    take(model.size().get());
  }

  /// How good an area under the curve is.
  private static String words(double auc) {
    return Messages.text(
        auc >= 0.85 ? "studio.alike.good" : auc >= 0.7 ? "studio.alike.fair" : "studio.alike.poor");
  }

  private void take(int size) {
    AlikeFinder.Found now = model.found().get().value();
    if (now == null || size < 1) {
      return;
    }
    Alike.Cut cut = now.alike().cut(size);
    curve.size(size);
    count.setText(formats.count(size));
    similarity.value(formats.score(cut.similarity()));
    found.value(formats.percent(cut.found()));
    lift.value(formats.number(cut.lift(), 1) + "\u00d7");
    save.setText(Messages.text("studio.alike.save", formats.count(size)));
    traits.getChildren().clear();
    traits.addRow(
        0,
        Nodes.label(Messages.text("studio.alike.traits"), "caption", "muted"),
        right(Messages.text("studio.this-segment"), "caption", "muted"),
        right(Messages.text("studio.alike.those"), "caption", "muted"));
    int row = 1;
    for (Alike.Trait trait : now.alike().traits().stream().limit(TRAITS).toList()) {
      traits.addRow(
          row++,
          Nodes.label(AlikeFinder.Found.title(trait.feature())),
          right(formats.signed(trait.deviations(), 1), "num"),
          right(formats.signed(now.alike().deviations(trait.feature(), size), 1), "num", "strong"));
    }
  }

  private static Label right(String words, String... styleClasses) {
    Label label = Nodes.label(words, styleClasses);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(96);
    label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    return label;
  }

  private void save() {
    save.setDisable(true);
    model.save(
        made -> {
          sheet.hide();
          context
              .notifier()
              .done(
                  Messages.text(
                      "studio.list.made", made.segment().title(), formats.count(made.members())));
          listed.run();
        },
        fault -> {
          save.setDisable(false);
          context.notifier().failed(fault);
        });
  }
}
