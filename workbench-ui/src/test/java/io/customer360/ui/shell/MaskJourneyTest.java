package io.customer360.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.QueueFilter;
import io.customer360.engine.Engine;
import io.customer360.job.JobRunner;
import io.customer360.lakehouse.Rows;
import io.customer360.ui.control.TabStrip;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.RealWindow;
import io.customer360.ui.testing.ShownText;
import io.customer360.ui.testing.SmallWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// With the presentation mask on, no screen shows a name, an address or a number of a customer.
@Tag("journey")
class MaskJourneyTest extends FxTestBase {
  private final Engine engine = SmallWorld.engine();
  private final Set<String> secrets = new HashSet<>();
  private final Set<String> parts = new HashSet<>();
  private JobRunner runner;
  private WorkbenchWindow window;

  @BeforeEach
  void open() {
    runner = new JobRunner();
    RealWindow real = new RealWindow(List::of);
    window = onFx(() -> new WorkbenchWindow(real.model(runner, UiMemory.none())));
    show(window);
    column("full_name", secrets);
    column("email", secrets);
    column("phone", secrets);
    column("first_name", parts);
    column("last_name", parts);
    column("postcode", parts);
    // a single letter is an initial, and also the name of a key
    parts.removeIf(part -> part.length() < 3);
  }

  @AfterEach
  void close() {
    runFx(window::close);
    runner.close();
  }

  private void column(String name, Set<String> into) {
    into.addAll(
        engine
            .lakehouse()
            .read(
                connection ->
                    Rows.list(
                        connection,
                        "select distinct " + name + " from gold.customer where " + name + " <> ''",
                        row -> row.getString(1))));
  }

  private void mask(boolean on) {
    runFx(() -> window.context().themes().mask(on));
    pulses(2);
  }

  private void go(Destination destination) {
    runFx(() -> window.context().navigator().go(destination));
    settled();
  }

  private void settled() {
    await("idle", window::idle);
    pulses(3);
  }

  /// What is shown of any customer, in the window and in what stands over it.
  private List<String> shown() {
    return onFx(
        () -> {
          List<String> texts = new ArrayList<>();
          Window.getWindows().forEach(one -> texts.addAll(ShownText.of(one.getScene().getRoot())));
          return texts.stream()
              .filter(
                  text -> parts.contains(text.strip()) || secrets.stream().anyMatch(text::contains))
              .toList();
        });
  }

  private void nobody(String where) {
    assertThat(shown()).as(where).isEmpty();
  }

  private String customer() {
    return engine.decisions().queue(QueueFilter.ALL).stream()
        .filter(row -> row.members() == 1)
        .findFirst()
        .orElseThrow()
        .customerId();
  }

  private void type(String field, String text) {
    runFx(() -> ((TextField) window.scene().lookup(field)).setText(text));
    settled();
  }

  private TabStrip tabs() {
    return (TabStrip) window.scene().lookup(".profile-screen .tab-strip");
  }

  @Test
  void noScreenShowsAnybody() {
    String id = customer();
    go(new Destination.Customer(id));
    assertThat(shown()).as("somebody can be seen without the mask").isNotEmpty();
    mask(true);
    nobody("the profile");
    for (int tab = 0; tab < 8; tab++) {
      int at = tab;
      runFx(() -> tabs().select(at));
      settled();
      nobody("tab " + tab + " of the profile");
    }
    go(new Destination.Question("Which loyal customers are at risk, and what is at stake?"));
    nobody("an answer about many");
    go(new Destination.Question("Why is customer " + id + " at risk?"));
    nobody("an answer about one");
    go(new Destination.Screen(Screens.ACTION_CENTER));
    nobody("the Action Center");
    go(new Destination.Screen(Screens.DATA));
    nobody("the data");
    runFx(() -> window.palette().open());
    type(".palette-field", "okafor");
    nobody("the command palette");
  }

  @Test
  void theNamesComeBackWhenTheMaskIsLifted() {
    go(new Destination.Screen(Screens.CUSTOMERS));
    type(".find-field", "okafor");
    List<String> before = shown();
    assertThat(before).isNotEmpty();
    mask(true);
    nobody("the customers found");
    go(new Destination.Screen(Screens.ACTION_CENTER));
    mask(false);
    go(new Destination.Screen(Screens.CUSTOMERS));
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void whatIsWrittenUnderTheMaskIsCoveredAndKept() {
    go(new Destination.Customer(customer()));
    Label name =
        onFx(
            () ->
                window.scene().getRoot().lookupAll(".title").stream()
                    .filter(node -> node.getStyleClass().contains("personal"))
                    .map(Label.class::cast)
                    .findFirst()
                    .orElseThrow());
    mask(true);
    runFx(() -> name.setText("Somebody Else"));
    assertThat(onFx(name::getText)).doesNotContain("Somebody").hasSize("Somebody Else".length());
    mask(false);
    assertThat(onFx(name::getText)).isEqualTo("Somebody Else");
  }
}
