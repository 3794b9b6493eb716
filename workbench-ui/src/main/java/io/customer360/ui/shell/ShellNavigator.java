package io.customer360.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The way back and forth, as in a browser: going somewhere new forgets what lay ahead.
final class ShellNavigator implements Navigator {
  private static final int KEPT = 100;

  private final Set<String> screens;
  private final Consumer<Destination> show;
  private final List<Destination> way = new ArrayList<>();
  private int at = -1;

  ShellNavigator(Set<String> screens, Consumer<Destination> show) {
    this.screens = screens;
    this.show = show;
  }

  @Override
  public void go(Destination destination) {
    if (!knows(destination)) {
      return;
    }
    if (at < 0 || !way.get(at).equals(destination)) {
      way.subList(at + 1, way.size()).clear();
      way.add(destination);
      if (way.size() > KEPT) {
        way.removeFirst();
      }
      at = way.size() - 1;
    }
    show.accept(destination);
  }

  @Override
  public boolean knows(Destination destination) {
    return screens.contains(destination.screen());
  }

  @Override
  public void back() {
    if (at > 0) {
      at--;
      show.accept(way.get(at));
    }
  }

  @Override
  public void forward() {
    if (at < way.size() - 1) {
      at++;
      show.accept(way.get(at));
    }
  }
}
