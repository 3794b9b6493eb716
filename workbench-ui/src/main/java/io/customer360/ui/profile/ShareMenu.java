package io.customer360.ui.profile;

import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Fault;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What can be taken away from a profile: JSON, a page as PDF, a test persona. While the mask is
/// on, whatever is written is masked too.
final class ShareMenu {
  private final UiContext context;
  private final ProfileModel model;
  private final ProfileExport export;
  private final PersonaSheet personas;
  private final Function<String, Optional<Path>> saveAs;
  private final Button button;

  /// @param saveAs asks where to write a file, given a first name for it
  ShareMenu(
      UiContext context,
      ProfileFaces faces,
      ProfileModel model,
      Function<String, Optional<Path>> saveAs) {
    this.context = context;
    this.model = model;
    this.saveAs = saveAs;
    this.export = new ProfileExport(faces, context.formats(), faces.workspace());
    this.personas = new PersonaSheet(context, new PersonaModel(faces, context.jobs()), model);
    ContextMenu menu =
        new ContextMenu(
            item("profile.export", "fth-code", this::json),
            item("profile.export-pdf", "fth-file-text", this::pdf),
            item("profile.personas", "fth-users", this::personas));
    button = Nodes.button(Messages.text("profile.share"), "fth-download", () -> {}, "flat");
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
  }

  Button button() {
    return button;
  }

  private static MenuItem item(String key, String icon, Runnable run) {
    MenuItem item = new MenuItem(Messages.text(key), Icons.small(icon));
    item.setOnAction(event -> run.run());
    return item;
  }

  void json() {
    write(".json", export::writeJson);
  }

  void pdf() {
    write(".pdf", export::writePdf);
  }

  /// The personas there are, and a new one of the customer on the screen.
  void personas() {
    personas.show(button.getScene());
  }

  @FunctionalInterface
  private interface Writing {
    Path write(String customerId, boolean masked, Path file);
  }

  private void write(String end, Writing writing) {
    String id = model.customer().get();
    if (id.isEmpty()) {
      return;
    }
    boolean masked = context.themes().maskedProperty().get();
    Consumer<Fault> failed = context.notifier()::failed;
    saveAs
        .apply(id + (masked ? "-masked" : "") + end)
        .ifPresent(
            file ->
                context
                    .jobs()
                    .run(
                        Messages.text("profile.share"),
                        progress -> writing.write(id, masked, file),
                        written ->
                            context
                                .notifier()
                                .done(Messages.text("profile.exported", written.toString())),
                        failed));
  }
}
