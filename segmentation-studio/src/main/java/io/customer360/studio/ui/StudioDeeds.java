package io.customer360.studio.ui;

import io.customer360.lakehouse.ExportFormat;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.ui.rules.CatalogModel;
import io.customer360.studio.ui.rules.DraftModel;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What can be done with the segment on screen, with a word in the status bar when it is done.
final class StudioDeeds {
  private final UiContext context;
  private final DraftModel model;
  private final CatalogModel catalog;
  private final Function<String, Optional<Path>> saveAs;
  private final Consumer<SegmentDefinition> sheet;
  private final Consumer<Runnable> name;

  /// @param saveAs asks where to write a file, given a first name for it
  /// @param sheet asks where a saved segment goes
  /// @param name asks for a name, then goes on
  StudioDeeds(
      UiContext context,
      DraftModel model,
      CatalogModel catalog,
      Function<String, Optional<Path>> saveAs,
      Consumer<SegmentDefinition> sheet,
      Consumer<Runnable> name) {
    this.context = context;
    this.model = model;
    this.catalog = catalog;
    this.saveAs = saveAs;
    this.sheet = sheet;
    this.name = name;
  }

  void save() {
    save(() -> {});
  }

  /// A segment nobody named is asked for its name: it could not be told from the next one.
  private void save(Runnable then) {
    DraftModel.Head head = model.head().get();
    if (head.saved() == null && head.title().equals(Messages.text("studio.new"))) {
      name.accept(() -> write(then));
    } else {
      write(then);
    }
  }

  private void write(Runnable then) {
    model.save(
        segment -> {
          context
              .notifier()
              .done(
                  Messages.text(
                      "studio.saved", segment.title(), Integer.toString(segment.version())));
          catalog.reload();
          then.run();
        },
        context.notifier()::failed);
  }

  /// Writes the members, after saving what is not saved.
  void materialise() {
    saved(this::members);
  }

  /// Asks where the segment goes, after saving what is not saved: what leaves has a version.
  void activate() {
    saved(
        () -> {
          SegmentDefinition segment = model.head().get().saved();
          if (segment != null) {
            sheet.accept(segment);
          }
        });
  }

  private void saved(Runnable then) {
    if (model.head().get().saved() == null || model.changed().get()) {
      save(then);
    } else {
      then.run();
    }
  }

  private void members() {
    model.materialize(
        people -> {
          context
              .notifier()
              .done(
                  Messages.text(
                      "studio.materialised",
                      model.head().get().title(),
                      context.formats().count(people)));
          catalog.reload();
          context.refresh().run();
        },
        context.notifier()::failed);
  }

  void export() {
    saveAs.apply(model.id() + ".csv").ifPresent(this::export);
  }

  private void export(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    ExportFormat format =
        name.endsWith(".parquet")
            ? ExportFormat.PARQUET
            : name.endsWith(".arrow")
                ? ExportFormat.ARROW
                : name.endsWith(".json") ? ExportFormat.JSON : ExportFormat.CSV;
    model.export(
        format,
        file,
        report ->
            context
                .notifier()
                .done(
                    Messages.text(
                        "studio.exported",
                        context.formats().count(report.rows()),
                        report.file().toString())),
        context.notifier()::failed);
  }

  /// The same rules as a new segment.
  void copy() {
    model.begin(Messages.text("studio.copy-of", model.head().get().title()), model.rule().get());
    replaced("");
  }

  void begin() {
    model.begin(Messages.text("studio.new"), Rule.EVERYONE);
    replaced("");
  }

  /// Says what came to the screen, and offers back what was not saved there.
  ///
  /// @param words blank when nothing need be said of it
  void replaced(String words) {
    model
        .left()
        .ifPresentOrElse(
            left ->
                context
                    .notifier()
                    .undoable(
                        (words + " " + Messages.text("studio.left", left.head().title())).strip(),
                        Messages.text("studio.left.back"),
                        () -> model.bringBack(left)),
            () -> {
              if (!words.isEmpty()) {
                context.notifier().done(words);
              }
            });
  }
}
