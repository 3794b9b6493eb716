package io.customer360.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.job.Progress;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class ActionRegistryTest {
  private final ActionRegistry registry = new ActionRegistry();

  private static Action action(String id) {
    return Action.of(id, "Do " + id, "fth-check", () -> {});
  }

  @Test
  void theSameKeysCannotMeanTwoThings() {
    registry.register(action("a").on("Shortcut+K"));
    assertThatThrownBy(() -> registry.register(action("b").onScreen("data").on("Shortcut+K")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a and b");
  }

  @Test
  void twoScreensMayUseTheSameKey() {
    registry.register(action("a").onScreen("data").on("J"));
    registry.register(action("b").onScreen("action-center").on("J"));
    assertThat(registry.within("data")).extracting(Action::id).containsExactly("a");
  }

  @Test
  void anIdIsTakenOnce() {
    registry.register(action("a"));
    assertThatThrownBy(() -> registry.register(action("a")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keysReadAsPeopleReadThem() {
    assertThat(Keys.text(KeyCombination.valueOf("Ctrl+K"))).isEqualTo("Ctrl K");
    assertThat(Keys.text(KeyCombination.valueOf("Alt+Left"))).isEqualTo("Alt Left");
    assertThat(Keys.text(KeyCombination.valueOf("Ctrl+PERIOD"))).isEqualTo("Ctrl .");
    assertThat(Keys.text(KeyCombination.valueOf("Shift+A"))).isEqualTo("Shift A");
    assertThat(Keys.typing(KeyCombination.valueOf("A"))).isTrue();
    assertThat(Keys.typing(KeyCombination.valueOf("Shift+A"))).isTrue();
    assertThat(Keys.typing(KeyCombination.valueOf("F6"))).isFalse();
    assertThat(Keys.typing(KeyCombination.valueOf("Ctrl+A"))).isFalse();
  }

  @Test
  void thePaletteOffersWhatCanBeDone() {
    SimpleBooleanProperty possible = new SimpleBooleanProperty(false);
    ActionPalette palette =
        new ActionPalette(
            () ->
                List.of(
                    action("refresh").on("F5"),
                    action("hidden").hidden(),
                    action("impossible").when(possible)));
    assertThat(palette.find("", 10, Progress.NONE))
        .extracting(PaletteItem::title)
        .containsExactly("Do refresh");
    PaletteItem found = palette.find("REF", 10, Progress.NONE).getFirst();
    assertThat(found.matches()).containsExactly(new PaletteItem.Span(3, 6));
    assertThat(found.keys()).isEqualTo("F5");
    possible.set(true);
    assertThat(palette.find("imp", 10, Progress.NONE)).hasSize(1);
  }
}
