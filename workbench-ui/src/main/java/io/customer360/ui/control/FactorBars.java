package io.customer360.ui.control;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A product made visible: factors with `×` between and `=` before the result. A bar is the
/// factor's share of the highest value of that factor among the options compared.
public final class FactorBars extends HBox {
  /// The same widths in every row, so that options line up below each other.
  private static final double VALUE = 36;

  private static final double SIGN = 9;
  private static final double RESULT = 64;

  /// One factor of the product.
  ///
  /// @param text ready to print: `0.34`, `£118`
  /// @param share of the highest among the options, 0 to 1
  /// @param on switched off factors are struck through and count as 1.00
  public record Factor(String name, String text, double share, boolean on) {}

  /// @param highlighted the chosen option's bars are blue, the others' grey
  public FactorBars(List<Factor> factors, String total, boolean highlighted) {
    super(5);
    getStyleClass().add("factor-bars");
    setAlignment(Pos.BOTTOM_LEFT);
    for (int i = 0; i < factors.size(); i++) {
      Factor factor = factors.get(i);
      VBox cell = cell(factor, highlighted);
      HBox.setHgrow(cell, Priority.ALWAYS);
      Label sign = Nodes.label(i == factors.size() - 1 ? "=" : "\u00d7", "muted", "caption");
      sign.setMinWidth(SIGN);
      sign.setPrefWidth(SIGN);
      getChildren().addAll(cell, sign);
    }
    Region push = Nodes.spacer();
    HBox.setHgrow(push, Priority.SOMETIMES);
    Label result = Nodes.label(total, "section", "num");
    result.setMinWidth(RESULT);
    result.setPrefWidth(RESULT);
    result.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(push, result);
    String words =
        factors.stream()
            .map(factor -> factor.name() + " " + factor.text())
            .collect(Collectors.joining(" times "));
    Nodes.named(this, AccessibleRole.TEXT, words + " is " + total);
  }

  private static VBox cell(Factor factor, boolean highlighted) {
    Meter bar = new Meter(40, 6, factor.on() ? factor.share() : 0);
    if (!highlighted) {
      bar.getStyleClass().add("solid-grey");
    }
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label value = Nodes.label(factor.text(), "caption", "num");
    value.setMinWidth(VALUE);
    value.setAlignment(Pos.CENTER_RIGHT);
    if (!factor.on()) {
      value.getStyleClass().addAll("muted", "struck");
    }
    Label name = Nodes.label(factor.name(), "caption", "muted");
    name.setMinWidth(0);
    VBox cell = Nodes.column(1, name, Nodes.row(6, bar, value));
    cell.setMinWidth(VALUE + 22);
    cell.setPrefWidth(VALUE + 46);
    cell.setMaxWidth(VALUE + 86);
    return cell;
  }
}
