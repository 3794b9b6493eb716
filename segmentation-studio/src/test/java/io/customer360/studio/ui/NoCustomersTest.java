package io.customer360.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.ShownText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoCustomersTest extends FxTestBase {
  @TempDir Path folder;

  @Test
  void aWorkspaceWithoutCustomersSaysOnceWhatToDo() {
    try (SmallLake lake = StudioLake.make(folder)) {
      lake.lakehouse()
          .write(
              connection -> {
                Rows.run(connection, "drop table gold.customer");
                return true;
              });
      WorkbenchWindow window = onFx(() -> new WorkbenchWindow(StudioLake.window(lake)));
      show(window);
      try {
        for (String screen : new String[] {Screens.SEGMENTS, "cohorts"}) {
          runFx(() -> window.context().navigator().go(new Destination.Screen(screen)));
          await("read", window::idle);
          pulses(2);
          assertThat(onFx(() -> ShownText.of(window.scene().getRoot())))
              .as(screen)
              .contains("No customers yet", "Go to the data");
          assertThat(onFx(() -> window.scene().getRoot().lookupAll(".error-box")))
              .as(screen)
              .isEmpty();
        }
      } finally {
        runFx(window::close);
      }
    }
  }
}
