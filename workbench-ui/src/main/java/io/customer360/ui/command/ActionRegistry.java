package io.customer360.ui.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// All actions of the window. Two actions that could be meant by the same keys are a fault of the
/// program and are refused when registered. FX thread only.
public final class ActionRegistry {
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private boolean singleKeys = true;

  /// Adds an action.
  ///
  /// @throws IllegalStateException when the id is taken, or the keys are, within reach
  public void register(Action action) {
    if (actions.containsKey(action.id())) {
      throw new IllegalStateException("action registered twice: " + action.id());
    }
    action
        .shortcut()
        .ifPresent(
            keys ->
                actions.values().stream()
                    .filter(other -> other.shortcut().filter(keys::equals).isPresent())
                    .filter(other -> overlap(other.scope(), action.scope()))
                    .findFirst()
                    .ifPresent(
                        other -> {
                          throw new IllegalStateException(
                              Keys.text(keys)
                                  + " means both "
                                  + other.id()
                                  + " and "
                                  + action.id());
                        }));
    actions.put(action.id(), action);
  }

  public void registerAll(List<Action> more) {
    more.forEach(this::register);
  }

  private static boolean overlap(Optional<String> a, Optional<String> b) {
    return a.isEmpty() || b.isEmpty() || a.equals(b);
  }

  public List<Action> all() {
    return List.copyOf(actions.values());
  }

  public Optional<Action> find(String id) {
    return Optional.ofNullable(actions.get(id));
  }

  /// What can be done on this screen, in order of registration.
  public List<Action> within(String screen) {
    List<Action> result = new ArrayList<>();
    for (Action action : actions.values()) {
      if (action.scope().isEmpty() || action.scope().get().equals(screen)) {
        result.add(action);
      }
    }
    return result;
  }

  /// The keys of an action as read by people; empty when it has none.
  public String keys(String id) {
    return find(id).flatMap(Action::shortcut).map(Keys::text).orElse("");
  }

  /// Single-letter keys can be switched off in the settings.
  public void singleKeys(boolean on) {
    singleKeys = on;
  }

  public boolean singleKeys() {
    return singleKeys;
  }

  /// Makes the keys work in a scene.
  ///
  /// @param screen the screen now shown
  public void install(Scene scene, Supplier<String> screen) {
    EventHandler<KeyEvent> early = event -> dispatch(event, screen.get(), false);
    EventHandler<KeyEvent> late = event -> dispatch(event, screen.get(), true);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, early);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, late);
  }

  /// Combinations go before the focused control, plain keys after it: a list keeps its arrows, a
  /// text field its letters.
  private void dispatch(KeyEvent event, String screen, boolean plain) {
    if (event.isConsumed() || (plain && (!singleKeys || inText(event)))) {
      return;
    }
    for (Action action : within(screen)) {
      KeyCombination keys = action.shortcut().orElse(null);
      if (keys != null && Keys.typing(keys) == plain && keys.match(event)) {
        if (action.enabled().get()) {
          event.consume();
          action.run().run();
        }
        return;
      }
    }
  }

  private static boolean inText(KeyEvent event) {
    return event.getTarget() instanceof Node node
        && (node instanceof TextInputControl || node.getParent() instanceof TextInputControl);
  }
}
