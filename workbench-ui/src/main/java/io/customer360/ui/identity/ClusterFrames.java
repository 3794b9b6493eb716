package io.customer360.ui.identity;

import io.customer360.identity.review.ReviewPair.Edge;
import io.customer360.identity.review.ReviewPair.Graph;
import io.customer360.identity.review.ReviewPair.Node;
import io.customer360.ui.shell.ScreenshotRenderer;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.theme.Theme;
import io.customer360.ui.theme.ThemeManager;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures how fast a cluster is placed and how many frames a second it is drawn while it is
/// dragged. Without a display the software pipeline draws it, which is the slowest there is.
public final class ClusterFrames {
  private static final int FRAMES = 120;
  private static final int WARM = 30;
  private static final int LONGEST_MINUTES = 5;
  private static final double WIDTH = 1_132;
  private static final double HEIGHT = 640;

  private ClusterFrames() {}

  /// What was measured.
  ///
  /// @param placedMillis to find a place for every record, once, off the screen's thread
  /// @param framesPerSecond at most as many as the screen has, mostly 60
  /// @param processorMillis a frame costs the screen's thread and the render thread together
  public record Figures(
      int records, int ties, double placedMillis, double framesPerSecond, double processorMillis) {}

  /// Two customers whose records are tied at random, each about two and a half times.
  static Graph graph(int records) {
    Random random = new Random(7);
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      int customer = i < records / 2 ? 1 : 2;
      nodes.add(new Node("crm:" + i, "crm", "Customer " + customer, "C-" + customer));
      int first = customer == 1 ? 0 : records / 2;
      for (int tie = 0; i > first && tie < 1 + random.nextInt(2); tie++) {
        int other = Math.max(first, i - 1 - random.nextInt(Math.min(i - first, 40)));
        edges.add(new Edge("crm:" + other, "crm:" + i, "e-mail", null, true));
      }
    }
    edges.add(new Edge("crm:0", "crm:" + (records - 1), "3.23", 3.23, false));
    return new Graph(nodes, edges);
  }

  /// Of the two threads a frame needs; other programs on the machine do not count.
  private static long processorTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.dumpAllThreads(false, false))
        .filter(
            thread ->
                thread.getThreadName().startsWith("JavaFX Application")
                    || thread.getThreadName().startsWith("QuantumRenderer"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  /// Draws so many records of two customers. Not to be called on the FX thread.
  ///
  /// @param records at least 2
  public static Figures measure(int records) throws InterruptedException {
    Graph graph = graph(records);
    String last = "crm:" + (records - 1);
    long before = System.nanoTime();
    ClusterPlan plan = ClusterPlan.of(graph, "crm:0", last);
    double placed = (System.nanoTime() - before) / 1e6;
    Dragging dragging;
    try (ScreenshotRenderer toolkit = new ScreenshotRenderer()) {
      dragging = ScreenshotRenderer.onFx(() -> new Dragging(plan, last));
      if (!dragging.done.await(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            "the graph was not drawn in " + LONGEST_MINUTES + " minutes");
      }
    }
    return new Figures(
        records,
        graph.edges().size(),
        placed,
        FRAMES * 1e9 / dragging.nanos,
        dragging.processor / 1e6 / FRAMES);
  }

  /// Drags the graph to and fro, a step a frame.
  private static final class Dragging extends AnimationTimer {
    final CountDownLatch done = new CountDownLatch(1);
    private final ClusterGraph view = new ClusterGraph();
    private final Stage stage = new Stage();
    private int frame = -WARM;
    private volatile long nanos;
    private volatile long processor;

    Dragging(ClusterPlan plan, String last) {
      ThemeManager themes = new ThemeManager(Theme.LIGHT);
      themes.add(WorkbenchWindow.class, "shell.css");
      themes.add(IdentityScreen.class, "identity.css");
      Scene scene = new Scene(new StackPane(view), WIDTH, HEIGHT);
      themes.style(scene);
      stage.setScene(scene);
      stage.show();
      view.show(plan, "crm:0", last, Words::source, "");
      start();
    }

    @Override
    public void handle(long now) {
      if (frame == 0) {
        nanos = -System.nanoTime();
        processor = -processorTime();
      }
      view.pan(frame % 2 == 0 ? 3 : -3, frame % 3 == 0 ? 2 : -1);
      if (++frame == FRAMES) {
        nanos += System.nanoTime();
        processor += processorTime();
        stop();
        stage.close();
        done.countDown();
      }
    }
  }
}
