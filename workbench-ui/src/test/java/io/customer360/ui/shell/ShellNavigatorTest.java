package io.customer360.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShellNavigatorTest {
  private final List<Destination> shown = new ArrayList<>();
  private final ShellNavigator navigator =
      new ShellNavigator(Set.of(Screens.COMMAND_CENTER, Screens.CUSTOMERS), shown::add);

  @Test
  void goesBackAndForward() {
    Destination home = new Destination.Screen(Screens.COMMAND_CENTER);
    Destination first = new Destination.Customer("C-000001");
    Destination second = new Destination.Customer("C-000002");
    navigator.go(home);
    navigator.go(first);
    navigator.go(second);
    navigator.back();
    navigator.back();
    navigator.back();
    navigator.forward();
    assertThat(shown).containsExactly(home, first, second, first, home, first);
  }

  @Test
  void aNewWayForgetsTheOldOne() {
    navigator.go(new Destination.Customer("C-000001"));
    navigator.go(new Destination.Customer("C-000002"));
    navigator.back();
    navigator.go(new Destination.Customer("C-000003"));
    shown.clear();
    navigator.forward();
    assertThat(shown).isEmpty();
  }

  @Test
  void aScreenThatIsNotBuiltIsNotOffered() {
    Destination queue = new Destination.Queue("", List.of());
    assertThat(navigator.knows(queue)).isFalse();
    navigator.go(queue);
    assertThat(shown).isEmpty();
  }
}
