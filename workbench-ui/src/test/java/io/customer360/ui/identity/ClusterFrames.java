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
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures how fast a cluster is placed and drawn: `ClusterFrames [records]`, 5,000 unless told.
/// Draws with the software pipeline and no display, which is the slowest there is.
public final class ClusterFrames {
  private static final int FRAMES = 120;

  private ClusterFrames() {}

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

  public static void main(String[] arguments) throws InterruptedException {
    int records = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
    Graph graph = graph(records);
    String last = "crm:" + (records - 1);
    long before = System.nanoTime();
    ClusterPlan plan = ClusterPlan.of(graph, "crm:0", last);
    double placed = (System.nanoTime() - before) / 1e6;
    CountDownLatch done = new CountDownLatch(1);
    AtomicLong processor = new AtomicLong();
    AtomicLong start = new AtomicLong();
    AtomicLong end = new AtomicLong();
    try (ScreenshotRenderer renderer = new ScreenshotRenderer()) {
      ScreenshotRenderer.onFx(
          () -> {
            ClusterGraph view = new ClusterGraph();
            ThemeManager themes = new ThemeManager(Theme.LIGHT);
            themes.add(WorkbenchWindow.class, "shell.css");
            themes.add(IdentityScreen.class, "identity.css");
            Scene scene = new Scene(new StackPane(view), 1_132, 640);
            themes.style(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            view.show(plan, "crm:0", last, Words::source, "");
            new AnimationTimer() {
              private int frame = -30;

              @Override
              public void handle(long now) {
                if (frame == 0) {
                  start.set(System.nanoTime());
                  processor.set(processorTime());
                }
                view.pan(frame % 2 == 0 ? 3 : -3, frame % 3 == 0 ? 2 : -1);
                if (++frame == FRAMES) {
                  end.set(System.nanoTime());
                  processor.set(processorTime() - processor.get());
                  stop();
                  done.countDown();
                }
              }
            }.start();
          });
      done.await();
    }
    System.out.printf(
        Locale.UK,
        "%,d records, %,d ties: placed in %,.0f ms; %.1f frames a second; %.1f ms of processor"
            + " time a frame, screen and render thread together%n",
        records,
        graph.edges().size(),
        placed,
        FRAMES * 1e9 / (end.get() - start.get()),
        processor.get() / 1e6 / FRAMES);
    System.exit(0);
  }
}
