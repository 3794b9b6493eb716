package io.customer360.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Loads the bundled fonts, so that the program looks the same on a machine that has none. Families
/// after loading: `Inter`, `Inter Medium`, `Inter SemiBold`, `Inter Tabular`, `Inter Tabular
/// SemiBold`, `JetBrains Mono`. JavaFX matches no weights but bold, hence weights are families.
public final class Fonts {
  private static final String INTER = "/com/formdev/flatlaf/fonts/inter/";
  private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/";
  private static final String OWN = "/io/customer360/ui/theme/fonts/";

  static final List<String> FILES =
      List.of(
          INTER + "Inter-Regular.otf",
          INTER + "Inter-Italic.otf",
          INTER + "Inter-SemiBold.otf",
          INTER + "Inter-Bold.otf",
          OWN + "Inter-Medium.otf",
          OWN + "InterTabular-Regular.otf",
          OWN + "InterTabular-SemiBold.otf",
          MONO + "JetBrainsMono-Regular.ttf",
          MONO + "JetBrainsMono-Bold.ttf");

  private Fonts() {}

  /// Loading a second time is cheap and harmless.
  public static void load() {
    FILES.forEach(Fonts::load);
  }

  private static void load(String resource) {
    try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
      if (in == null || Font.loadFont(in, 13) == null) {
        throw new IllegalStateException("font not loaded: " + resource);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
