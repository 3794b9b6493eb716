package io.customer360.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.customer360.assistant.ModelServer;
import io.customer360.job.Progress;
import io.customer360.ui.control.Segmented;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Screens;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.shell.WorkbenchWindow;
import io.customer360.ui.testing.FxTestBase;
import io.customer360.ui.testing.SampleWindow;
import io.customer360.ui.theme.Theme;
import io.customer360.workspace.WorkspaceSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every control of the settings does what it says, in a whole window over a source in memory.
class SettingsScreenTest extends FxTestBase {
  private final Source source = new Source();
  private final AtomicReference<UiContext> context = new AtomicReference<>();
  private WorkbenchWindow window;

  /// Keeps what it is given, as the workspace does.
  private static final class Source implements SettingsSource {
    private WorkspaceSettings stored =
        new WorkspaceSettings(
            1, "Alder & Pine", "GBP", "Europe/London", "system", "Maya Hart", "light", Map.of());
    private String closed = "closed after 410 Gone";
    private final List<String> done = new ArrayList<>();

    @Override
    public synchronized Contents read() {
      return new Contents(
          "/alder-and-pine.c360",
          stored,
          List.of(new Target("webhook", "webhook", "https://example.net/in", closed)),
          List.of(),
          new ModelServer(
              "http://127.0.0.1:11434", false, "", "Ollama does not answer.", List.of()));
    }

    @Override
    public synchronized void change(UnaryOperator<WorkspaceSettings> change) {
      stored = change.apply(stored);
      done.add("save");
    }

    @Override
    public synchronized void enable(String target) {
      closed = "";
      done.add("enable " + target);
    }

    @Override
    public synchronized void train(Progress progress) {
      done.add("train");
    }

    synchronized WorkspaceSettings stored() {
      return stored;
    }

    synchronized boolean did(String what) {
      return done.contains(what);
    }
  }

  @BeforeEach
  void open() {
    window =
        onFx(
            () ->
                new WorkbenchWindow(
                    SampleWindow.model(
                        made -> {
                          context.set(made);
                          return List.of(
                              SettingsScreen.definition(() -> new SettingsScreen(made, source)));
                        })));
    show(window);
    runFx(() -> context.get().navigator().go(new Destination.Screen(Screens.SETTINGS)));
    await("the settings are read", () -> !all(TextField.class).isEmpty() && window.idle());
  }

  @AfterEach
  void close() {
    runFx(window::close);
  }

  private <T extends Node> List<T> all(Class<T> type) {
    Node screen = window.scene().lookup(".settings-screen");
    return screen == null
        ? List.of()
        : screen.lookupAll("*").stream().filter(type::isInstance).map(type::cast).toList();
  }

  private <T extends Node> T named(Class<T> type, String name) {
    return onFx(
        () ->
            all(type).stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name)));
  }

  private void press(String text) {
    Button button = button(text);
    runFx(button::fire);
  }

  private Button button(String text) {
    return onFx(
        () ->
            all(Button.class).stream()
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text)));
  }

  @Test
  void personAndClockAreStored() {
    TextField person = named(TextField.class, "Person");
    Segmented clock = named(Segmented.class, "Clock");
    runFx(
        () -> {
          person.setText("  Sian Pritchard ");
          clock.select(2);
          named(DatePicker.class, "Fixed day").setValue(LocalDate.of(2026, 7, 20));
          named(TextField.class, "Fixed time").setText("9:40");
        });
    press("Save");
    await("saved", () -> source.did("save") && window.idle());
    assertThat(source.stored().person()).isEqualTo("Sian Pritchard");
    assertThat(source.stored().clock())
        .as("summer time in London")
        .isEqualTo("fixed:2026-07-20T08:40:00Z");
  }

  @Test
  void nothingIsSavedWhileNothingChanged() {
    Button save = button("Save");
    assertThat(onFx(save::isDisabled)).isTrue();
    TextField person = named(TextField.class, "Person");
    runFx(() -> person.setText("Sian"));
    assertThat(onFx(save::isDisabled)).isFalse();
    runFx(() -> person.setText("Maya Hart"));
    assertThat(onFx(save::isDisabled)).isTrue();
  }

  @Test
  void aFixedClockIsReadAsDayAndTimeAndKeptToTheSecondWhereItIsNotTouched() {
    source.change(now -> now.withClock("fixed:2026-07-20T08:40:31Z"));
    runFx(() -> context.get().navigator().go(new Destination.Screen(Screens.SETTINGS)));
    await("read again", () -> window.idle() && time().equals("09:40"));
    assertThat(onFx(() -> named(DatePicker.class, "Fixed day").getValue()))
        .isEqualTo(LocalDate.of(2026, 7, 20));
    assertThat(onFx(button("Save")::isDisabled)).isTrue();
  }

  private String time() {
    return all(TextField.class).stream()
        .filter(field -> "Fixed time".equals(field.getAccessibleText()))
        .map(TextField::getText)
        .findFirst()
        .orElse("");
  }

  @Test
  void whatAJobChangedMeanwhileStays() {
    TextField person = named(TextField.class, "Person");
    source.change(now -> now.withClock("data").with("source-reliability", "crm=0.9"));
    runFx(() -> person.setText("Sian Pritchard"));
    press("Save");
    await("saved", () -> source.stored().person().equals("Sian Pritchard") && window.idle());
    assertThat(source.stored().clock()).isEqualTo("data");
    assertThat(source.stored().more()).containsEntry("source-reliability", "crm=0.9");
  }

  @Test
  void aWrongClockIsToldBesideTheFieldAndStoresNothing() {
    Segmented clock = named(Segmented.class, "Clock");
    TextField time = named(TextField.class, "Fixed time");
    runFx(() -> clock.select(2));
    runFx(() -> time.setText("yesterday"));
    assertThat(onFx(button("Save")::isDisabled)).isTrue();
    await(
        "the fault is shown",
        () ->
            all(Label.class).stream()
                .anyMatch(
                    label ->
                        label.isVisible()
                            && label.getStyleClass().contains("danger")
                            && label.getText().contains("yesterday")));
    assertThat(source.did("save")).isFalse();
    assertThat(source.stored().clock()).isEqualTo("system");
  }

  @Test
  void themeAndTextSizeWorkAtOnce() {
    Segmented theme = named(Segmented.class, "Theme");
    runFx(() -> theme.select(1));
    await("dark is stored", () -> source.stored().theme().equals("dark") && window.idle());
    assertThat(onFx(() -> context.get().themes().themeProperty().get())).isEqualTo(Theme.DARK);
    Segmented size = named(Segmented.class, "Text size");
    runFx(() -> size.select(2));
    assertThat(onFx(() -> context.get().themes().scaleProperty().get())).isEqualTo(1.5);
  }

  @Test
  void whatIsChosenInTheMenuIsShownAtOnce() {
    Segmented theme = named(Segmented.class, "Theme");
    runFx(() -> context.get().themes().choose(Theme.DARK));
    assertThat(onFx(theme::selected)).isEqualTo(1);
    ToggleSwitch mask = named(ToggleSwitch.class, "Presentation mask");
    runFx(() -> context.get().themes().mask(true));
    assertThat(onFx(mask::isSelected)).isTrue();
  }

  @Test
  void maskAndSingleKeysSwitch() {
    ToggleSwitch mask = named(ToggleSwitch.class, "Presentation mask");
    runFx(() -> mask.setSelected(true));
    assertThat(onFx(() -> context.get().themes().maskedProperty().get())).isTrue();
    ToggleSwitch keys = named(ToggleSwitch.class, "Single-letter keys");
    boolean before = onFx(() -> context.get().actions().singleKeys());
    runFx(() -> keys.setSelected(!before));
    assertThat(onFx(() -> context.get().actions().singleKeys())).isNotEqualTo(before);
  }

  @Test
  void aClosedDestinationIsOpenedAndModelsAreTrained() {
    runFx(
        () ->
            all(Button.class).stream()
                .filter(button -> button.getText() != null && button.getText().contains("webhook"))
                .findFirst()
                .orElseThrow()
                .fire());
    await("opened", () -> source.did("enable webhook") && window.idle());
    await(
        "its button is gone",
        () ->
            all(Button.class).stream()
                .noneMatch(
                    button -> button.getText() != null && button.getText().contains("webhook")));
    runFx(
        () ->
            all(Button.class).stream()
                .filter(button -> button.getText() != null && button.getText().contains("rain"))
                .findFirst()
                .orElseThrow()
                .fire());
    await("trained", () -> source.did("train") && window.idle());
  }
}
