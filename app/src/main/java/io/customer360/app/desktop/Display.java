package io.customer360.app.desktop;

import java.util.Locale;

/// Whether a window can be opened here.
final class Display {
  private Display() {}

  static boolean there() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    return !linux || named("DISPLAY");
  }

  /// Lets the toolkit draw without one. To be called before the toolkit starts.
  static void doWithout() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.text", "t2k");
  }

  private static boolean named(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
