package io.customer360.assistant;

import io.customer360.job.Progress;
import java.util.List;

/// Answers questions of the field about the customers of this workspace. Safe to call from any
/// thread; every call runs its own read connection.
public interface Assistant {
  /// What the question is taken to mean, without running it. Quick enough to show while typing.
  Understanding understand(String question, AskOptions options);

  /// Understands, runs and explains. Never guesses: with words that carry meaning and were not
  /// understood the answer has no number, the words marked and three near questions. Cancelling the
  /// progress stops a running query or a streaming model.
  Answer ask(String question, AskOptions options, Progress progress);

  /// Six questions that have something to show in this workspace's own data.
  List<String> suggestions();

  /// Where a local model would be, and whether it answers. May take up to the probe's time limit
  /// (about a second); call it off the screen's thread.
  ModelServer modelServer();

  /// The models installed there, those that can call tools first; empty without a server.
  default List<LocalModel> models() {
    return modelServer().models();
  }

  /// Questions asked before, newest first.
  List<AskedQuestion> history(int limit);
}
