package io.customer360.ui.shell;

import io.customer360.ui.job.Fault;

/// One line to the person, in the status bar. FX thread only.
public interface Notifier {
  /// Something is done; shown until the next line.
  void done(String words);

  /// Something wants attention.
  void warn(String words);

  /// Something failed outside any component that could show it in its place.
  void failed(Fault fault);

  /// Something is done and can be taken back for eight seconds.
  void undoable(String words, String button, Runnable undo);

  /// Takes back the last thing that was [#undoable], also after its button went; says so when there
  /// is nothing.
  default void undoLast() {}
}
