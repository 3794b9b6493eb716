package io.customer360.ui.profile;

import io.customer360.profile.UnifiedContext;
import io.customer360.profile.share.Persona;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.shell.Sheet;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The test personas: a new one of the customer on the screen, those there are, what one of them
/// holds, and what would be decided for it.
final class PersonaSheet {
  private static final int EVENTS = 6;
  private static final double WIDTH = 900;
  private static final double HEIGHT = 680;

  private final UiContext context;
  private final Formats formats;
  private final PersonaModel personas;
  private final ProfileModel model;
  private final TextField name = new TextField();
  private final ListView<String> list = new ListView<>();
  private final VBox detail = new VBox(8);
  private final Segmented side =
      new Segmented(
          Messages.text("profile.personas"),
          Messages.text("profile.persona.holds"),
          Messages.text("profile.persona.decide"));
  private final PersonaTrialPane trial;
  private final VBox right;
  private final VBox card = new VBox(14);
  private final Button save;
  private final Button delete;
  private final Sheet sheet = new Sheet(card);

  PersonaSheet(UiContext context, PersonaModel personas, ProfileModel model) {
    this.context = context;
    this.formats = context.formats();
    this.personas = personas;
    this.model = model;
    this.trial = new PersonaTrialPane(formats, personas);
    this.right = new VBox(12, side, detail, trial.root());
    card.getStyleClass().add("compare-card");
    card.setMaxSize(WIDTH, HEIGHT);
    card.setPrefSize(WIDTH, HEIGHT);
    Nodes.named(card, AccessibleRole.DIALOG, Messages.text("profile.personas"));
    name.setPromptText(Messages.text("profile.persona.prompt"));
    name.setAccessibleText(Messages.text("profile.persona.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    save = Nodes.button(Messages.text("profile.persona.save"), this::save, "accent");
    save.disableProperty().bind(name.textProperty().map(String::isBlank));
    name.setOnAction(event -> save());
    delete = Nodes.button(Messages.text("profile.persona.delete"), this::delete, "large");
    list.setPrefWidth(230);
    list.setMinWidth(200);
    list.setAccessibleText(Messages.text("profile.personas"));
    list.setPlaceholder(Nodes.wrapped(Messages.text("profile.persona.none"), "muted"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              boolean open =
                  personas
                      .opened()
                      .get()
                      .map(Persona::name)
                      .filter(n -> n.equals(chosen))
                      .isPresent();
              if (chosen != null && !open) {
                personas.open(chosen, context.notifier()::failed);
              }
            });
    personas.names().subscribe(this::list);
    personas.opened().subscribe(this::show);
    side.selectedProperty().subscribe(now -> turn());
    VBox.setVgrow(trial.root(), Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    HBox body = new HBox(20, list, right);
    VBox.setVgrow(body, Priority.ALWAYS);
    card.getChildren()
        .setAll(
            Nodes.label(Messages.text("profile.personas"), "title"),
            Nodes.wrapped(Messages.text("profile.persona.words"), "muted"),
            Nodes.row(8, name, save),
            body,
            Nodes.row(
                8,
                delete,
                Nodes.spacer(),
                Nodes.button(Messages.text("profile.compare.close-sheet"), sheet::hide, "large")));
  }

  void show(Scene scene) {
    name.clear();
    Nodes.visible(name, !model.customer().get().isEmpty());
    Nodes.visible(save, !model.customer().get().isEmpty());
    personas.read(context.notifier()::failed);
    sheet.show(scene);
    name.requestFocus();
  }

  /// Keeps the one that is looked at chosen, the first when there is none.
  private void list(List<String> names) {
    list.getItems().setAll(names);
    String now = personas.opened().get().map(Persona::name).orElse("");
    if (names.contains(now)) {
      list.getSelectionModel().select(now);
    } else if (!names.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void save() {
    String id = model.customer().get();
    if (!id.isEmpty() && !name.getText().isBlank()) {
      personas.save(id, name.getText(), saved -> name.clear(), context.notifier()::failed);
    }
  }

  private void delete() {
    personas
        .opened()
        .get()
        .ifPresent(persona -> personas.delete(persona.name(), context.notifier()::failed));
  }

  private void show(Optional<Persona> opened) {
    delete.setDisable(opened.isEmpty());
    turn();
    detail
        .getChildren()
        .setAll(
            opened
                .map(this::content)
                .orElseGet(
                    () -> List.of(Nodes.label(Messages.text("profile.persona.pick"), "muted"))));
  }

  /// Shows the side that is asked for; deciding is asked for anew each time, for the policies may
  /// have been changed.
  private void turn() {
    boolean any = personas.opened().get().isPresent();
    boolean decides = any && side.selected() == 1;
    Nodes.visible(side, any);
    Nodes.visible(detail, !decides);
    Nodes.visible(trial.root(), decides);
    if (decides) {
      personas.decide();
    }
  }

  private List<Node> content(Persona persona) {
    UnifiedContext held = persona.context();
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of(Messages.text("profile.persona.frozen"), formats.date(persona.savedAt())));
    facts.add(
        List.of(
            Messages.text("profile.past.lifecycle"),
            Words.plain(
                held.statistics().lifecycle() == null ? "" : held.statistics().lifecycle())));
    facts.add(
        List.of(
            Messages.text("profile.past.margin"), formats.money(held.statistics().margin12m())));
    held.scores()
        .forEach(
            score -> facts.add(List.of(Words.plain(score.model()), formats.score(score.score()))));
    facts.add(List.of(Messages.text("profile.segments"), formats.count(held.segments().size())));
    List<Node> nodes = new ArrayList<>();
    nodes.add(Nodes.label(persona.name(), "section"));
    nodes.add(Nodes.label(held.customerId(), "caption", "muted"));
    nodes.add(Popups.facts(facts));
    nodes.add(Nodes.label(Messages.text("profile.timeline"), "caption", "muted"));
    for (TimelineEntry event : held.events().reversed().stream().limit(EVENTS).toList()) {
      nodes.add(
          Nodes.row(
              8,
              Nodes.label(formats.date(event.at()), "caption", "muted", "num"),
              Nodes.label(event.title(), "caption")));
    }
    return nodes;
  }
}
