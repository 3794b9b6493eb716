package io.customer360.ui.control;

import io.customer360.assistant.Confidence;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// How sure a number is: three bars, a word and the value; `Counted` where nothing was estimated.
/// High from 0.80, medium from 0.60, low below: low asks a person.
public final class ConfidenceBadge extends HBox {
  /// @param value 0 to 1, null when counted
  /// @param made what it is made of, one line each, for the hover; may be empty
  public ConfidenceBadge(@Nullable Double value, String made) {
    super(5);
    getStyleClass().add("confidence");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    String words;
    if (value == null) {
      words = Messages.text("control.confidence.counted");
      getChildren().addAll(Icons.of("fth-check", 13), Nodes.label(words, "muted"));
    } else {
      int level =
          switch (Confidence.level(value)) {
            case COUNTED, HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
          };
      String word = Messages.text("control.confidence." + level);
      String digits = String.format(Locale.ROOT, "%.2f", value);
      words = word + " " + digits;
      Label number = Nodes.label(digits, "num");
      getChildren().addAll(bars(level), Nodes.label(word, "muted"), number);
    }
    Nodes.named(this, AccessibleRole.TEXT, Messages.text("control.confidence.name", words));
    if (!made.isEmpty()) {
      Tooltip tip = new Tooltip(made);
      tip.setShowDelay(Duration.millis(300));
      tip.setShowDuration(Duration.seconds(30));
      Tooltip.install(this, tip);
    }
  }

  public static ConfidenceBadge counted() {
    return new ConfidenceBadge(null, "");
  }

  public static ConfidenceBadge of(double value) {
    return new ConfidenceBadge(value, "");
  }

  /// Puts the word `Confidence` before the bars.
  public ConfidenceBadge titled() {
    return titled(Messages.text("control.confidence"));
  }

  /// Puts words before the bars: whose confidence it is, where one screen shows several.
  public ConfidenceBadge titled(String words) {
    getChildren().addFirst(Nodes.label(words, "muted"));
    return this;
  }

  private static Node bars(int level) {
    HBox bars = new HBox(1.5);
    bars.setAlignment(Pos.BOTTOM_LEFT);
    for (int i = 1; i <= 3; i++) {
      Region bar = new Region();
      bar.getStyleClass().add(i <= level ? "confidence-bar" : "confidence-bar-off");
      double height = 2.5 + 2.5 * i;
      bar.setMinSize(3, height);
      bar.setMaxSize(3, height);
      bars.getChildren().add(bar);
    }
    bars.setMaxHeight(Region.USE_PREF_SIZE);
    return bars;
  }
}
