package io.customer360.app.console;

import io.customer360.job.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Progress on standard error: a line per stage on a file, one line rewritten on a terminal. An
/// interrupt (Ctrl C) cancels, so that work is undone before the program ends.
public final class TerminalProgress implements Progress, AutoCloseable {
  private final PrintStream err;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
  private final Thread onExit = new Thread(this::interrupted, "cancel-on-exit");
  private volatile boolean cancelled;
  private volatile boolean finished;
  private String words = "";
  private long shown;

  public TerminalProgress(PrintStream err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  @Override
  public synchronized void stage(String next) {
    if (!next.equals(words)) {
      words = next;
      show(-1);
    }
  }

  @Override
  public synchronized void fraction(double done) {
    if (terminal && System.nanoTime() - shown > 100_000_000L) {
      show(done);
    }
  }

  private void show(double done) {
    shown = System.nanoTime();
    String share = done < 0 ? "" : String.format("  %d %%", Math.round(done * 100));
    if (terminal) {
      err.print("\r\u001b[2K  " + words + share);
      err.flush();
    } else {
      err.println("  " + words);
    }
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public AutoCloseable onCancel(Runnable action) {
    hooks.add(action);
    return () -> hooks.remove(action);
  }

  private void interrupted() {
    cancelled = true;
    hooks.forEach(Runnable::run);
    // Gives the work a moment to roll back before the machine is taken away.
    for (int i = 0; i < 100 && !finished; i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    finished = true;
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException alreadyEnding) {
      return;
    }
    if (terminal && !words.isEmpty()) {
      err.print("\r\u001b[2K");
      err.flush();
    }
  }
}
