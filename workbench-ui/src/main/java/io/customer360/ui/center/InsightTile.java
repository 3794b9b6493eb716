package io.customer360.ui.center;

import io.customer360.insight.InsightCard;
import io.customer360.ui.control.EvidenceContent;
import io.customer360.ui.control.EvidenceLink;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One finding: what, how much money, how sure, why it matters, one button, and a way to dismiss it
/// with a reason. An accent dot marks what nobody has looked at.
final class InsightTile extends HBox {
  private static final List<String> REASONS =
      List.of(
          "center.dismiss.known",
          "center.dismiss.wrong",
          "center.dismiss.small",
          "center.dismiss.not-mine");

  InsightTile(InsightCard card, UiContext context, Runnable seen, Consumer<String> dismiss) {
    super(6);
    getStyleClass().addAll("card", "insight");
    VBox box = new VBox(4);
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    HBox title = new HBox(8, Nodes.wrapped(card.finding(), "strong"), Nodes.spacer());
    title.setAlignment(Pos.TOP_LEFT);
    if (card.state() == InsightCard.State.UNSEEN) {
      Region dot = new Region();
      dot.getStyleClass().add("unseen");
      dot.setMinSize(8, 8);
      dot.setMaxSize(8, 8);
      HBox.setMargin(dot, new javafx.geometry.Insets(4, 0, 0, 0));
      title.getChildren().add(dot);
    }
    // Millions in full push the words beside them out; the hover has them.
    double worth = card.money().amount().doubleValue();
    boolean millions = Math.abs(worth) >= 1e6;
    var amount =
        Nodes.label(
            millions ? context.formats().moneyShort(worth) : card.money().text(), "section", "num");
    if (millions) {
      amount.setTooltip(new Tooltip(card.money().text()));
    }
    amount.setMinWidth(USE_PREF_SIZE);
    HBox money = Nodes.line(4, amount);
    var badge = AnswerCard.badge(card.confidence());
    badge.setMinWidth(USE_PREF_SIZE);
    badge.setSpacing(3);
    var kind = Nodes.label(card.money().kind(), "caption", "muted");
    kind.setMinWidth(0);
    money.getChildren().addAll(kind, Nodes.spacer(), badge);
    money.setAlignment(Pos.CENTER_LEFT);
    box.getChildren().addAll(title, money, Nodes.wrapped(card.why(), "caption", "muted"));
    HBox foot = Nodes.row(2);
    Destination destination = Targets.destination(card.target());
    if (context.navigator().knows(destination)) {
      foot.getChildren()
          .add(
              Nodes.button(
                  card.button(),
                  () -> {
                    seen.run();
                    context.navigator().go(destination);
                  },
                  "small"));
    }
    foot.getChildren().addAll(Nodes.spacer(), evidence(card), dismissButton(card, dismiss));
    VBox.setMargin(foot, new javafx.geometry.Insets(2, 0, 0, 0));
    box.getChildren().add(foot);
    getChildren().addAll(Icons.of(icon(card.topic()), 16), box);
    setOnMouseClicked(event -> seen.run());
    Nodes.named(
        this,
        AccessibleRole.PARENT,
        card.finding() + " " + card.money().text() + " " + card.money().kind());
  }

  private static EvidenceLink evidence(InsightCard card) {
    EvidenceLink link =
        new EvidenceLink(
            Messages.text("center.insight.rows"),
            show ->
                show.accept(
                    new EvidenceContent(
                        card.finding(),
                        card.evidence().columns().stream().map(column -> column.title()).toList(),
                        card.evidence().rows().stream().limit(20).map(row -> row.texts()).toList(),
                        card.query(),
                        card.evidence().caption())));
    link.getStyleClass().add("caption");
    HBox.setMargin(link, new javafx.geometry.Insets(0, 6, 0, 0));
    return link;
  }

  private static Button dismissButton(InsightCard card, Consumer<String> dismiss) {
    ContextMenu menu = new ContextMenu();
    for (String key : REASONS) {
      String reason = Messages.text(key);
      MenuItem item = new MenuItem(reason);
      item.setOnAction(event -> dismiss.accept(reason));
      menu.getItems().add(item);
    }
    Button button = new Button();
    button.setGraphic(Icons.small("fth-thumbs-down"));
    button.getStyleClass().addAll("flat", "icon-only", "small");
    button.setAccessibleText(Messages.text("center.dismiss", card.finding()));
    button.setTooltip(new javafx.scene.control.Tooltip(Messages.text("center.dismiss.tip")));
    button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
    return button;
  }

  private static String icon(InsightCard.Topic topic) {
    return switch (topic) {
      case RECALL -> "fth-alert-circle";
      case DELIVERY -> "fth-truck";
      case LOYALTY -> "fth-award";
      case MESSAGE -> "fth-message-circle";
      case STORE -> "fth-map-pin";
      case SERVICE -> "fth-life-buoy";
      case SALES -> "fth-trending-up";
      case SHIFT -> "fth-activity";
    };
  }
}
