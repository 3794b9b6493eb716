package io.customer360.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the person for files. An interface, because a headless platform has no dialogs.
interface FileDialogs {
  /// Nobody is asked and nothing is chosen.
  FileDialogs NONE =
      new FileDialogs() {
        @Override
        public List<Path> openData() {
          return List.of();
        }

        @Override
        public Optional<Path> save(String name) {
          return Optional.empty();
        }
      };

  /// Files to import.
  List<Path> openData();

  /// Where to write a file that is to be called `name`.
  Optional<Path> save(String name);
}
