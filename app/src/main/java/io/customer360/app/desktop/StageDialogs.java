package io.customer360.app.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The system's own file dialogs.
final class StageDialogs implements FileDialogs {
  private final Stage stage;

  StageDialogs(Stage stage) {
    this.stage = stage;
  }

  @Override
  public List<Path> openData() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Import files");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Data",
                "*.csv",
                "*.tsv",
                "*.txt",
                "*.jsonl",
                "*.ndjson",
                "*.json",
                "*.parquet",
                "*.gz"),
            new FileChooser.ExtensionFilter("All files", "*.*"));
    List<File> chosen = chooser.showOpenMultipleDialog(stage);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> save(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
  }
}
