package io.customer360.ui.settings;

import io.customer360.fault.WorkbenchException;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.text.Messages;
import io.customer360.workspace.WorkspaceSettings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Who works here and what today is. Stored when asked to, and only where something changed.
final class WorkspaceForm {
  private final WorkspaceSettings stored;
  private final TextField person;
  private final ClockField clock;
  private final Label wrong = Nodes.wrapped("", "caption", "danger");
  private final Button save;
  private final VBox root;

  /// @param today the day offered for a fixed clock
  /// @param save applies a change to the settings in force
  WorkspaceForm(
      String folder,
      WorkspaceSettings stored,
      LocalDate today,
      Consumer<UnaryOperator<WorkspaceSettings>> save) {
    this.stored = stored;
    person = new TextField(stored.person());
    person.setPrefColumnCount(28);
    Nodes.named(person, AccessibleRole.TEXT_FIELD, Messages.text("settings.person"));
    this.save =
        Nodes.button(Messages.text("settings.save"), () -> changed().ifPresent(save), "large");
    clock =
        new ClockField(
            stored.clock(),
            stored.fixedClock().map(at -> at.atZone(stored.zoneId()).toLocalDateTime()),
            stored.zoneId(),
            today);
    Nodes.visible(wrong, false);
    root =
        new VBox(
            10,
            SettingsScreen.form(
                SettingsScreen.line("settings.folder", Nodes.label(folder, "mono")),
                SettingsScreen.line(
                    "settings.currency", Nodes.label(stored.currency() + ", " + stored.zone())),
                SettingsScreen.line("settings.person", person),
                SettingsScreen.line("settings.clock", clock)),
            wrong,
            this.save);
    person.textProperty().subscribe(this::judge);
    clock.onChange(this::judge);
    judge();
  }

  Node root() {
    return root;
  }

  /// Told while typing: nothing to save, or why it cannot be.
  private void judge() {
    save.setDisable(changed().isEmpty());
  }

  /// What would be changed; empty where nothing is or something cannot be read.
  private Optional<UnaryOperator<WorkspaceSettings>> changed() {
    try {
      String name = person.getText().strip();
      String today = clock.value();
      tell("");
      boolean same = name.equals(stored.person()) && today.equals(stored.clock());
      return same ? Optional.empty() : Optional.of(inForce -> typed(inForce, stored, name, today));
    } catch (WorkbenchException fault) {
      tell(fault.plain());
      return Optional.empty();
    }
  }

  /// Changes what was typed and nothing else: what stands in the other fields may be old by now.
  private static WorkspaceSettings typed(
      WorkspaceSettings now, WorkspaceSettings shown, String person, String clock) {
    WorkspaceSettings next = person.equals(shown.person()) ? now : now.withPerson(person);
    return clock.equals(shown.clock()) ? next : next.withClock(clock);
  }

  private void tell(String fault) {
    wrong.setText(fault);
    Nodes.visible(wrong, !fault.isEmpty());
  }
}
