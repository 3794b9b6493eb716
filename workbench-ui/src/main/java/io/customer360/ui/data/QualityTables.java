package io.customer360.ui.data;

import io.customer360.ingest.contract.Contract;
import io.customer360.ingest.contract.ContractRule;
import io.customer360.ingest.contract.QualityCheck;
import io.customer360.ingest.quarantine.QuarantineRow;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Tone;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How the newest file of each dataset and source stands, alarms first with what to do; and the
/// promises each dataset's rows must keep, with how many rows break them.
final class QualityTables {
  private final Formats formats;
  private final Consumer<QualityCheck> quarantine;
  private final DataTable<QualityCheck> checks;
  private final DataTable<Promise> contracts;
  private final VBox alarms = new VBox(8);
  private final BorderPane board;

  /// A rule of a contract and the rows it holds back now.
  private record Promise(Contract contract, ContractRule rule, long held) {}

  /// @param quarantine shows the rows held back that an alarm is about
  QualityTables(UiContext context, Consumer<QualityCheck> quarantine) {
    this.formats = context.formats();
    this.quarantine = quarantine;
    checks = new DataTable<>("quality", Messages.text("data.tab.quality"), context.memory());
    checks.graphic(
        "state",
        "",
        36,
        check -> icon(check.passed() ? Tone.GOOD : Tone.WARN),
        check -> Messages.text(check.passed() ? "data.quality.passed" : "data.quality.alarm"));
    checks.text(
        "dataset", Messages.text("data.column.dataset"), 120, QualityCheck::dataset, "mono");
    checks.text("check", Messages.text("data.column.check"), 110, QualityCheck::name);
    checks.text("words", Messages.text("data.column.seen"), 380, QualityCheck::words);
    checks.text(
        "source",
        Messages.text("data.column.source"),
        260,
        check -> Sources.words(check.source()) + ", " + check.file());
    checks.empty(Messages.text("data.quality.none"));
    board = new BorderPane(checks);
    alarms.getStyleClass().add("quality-alarms");
    board.setTop(alarms);
    contracts = new DataTable<>("contracts", Messages.text("data.tab.contracts"), context.memory());
    contracts.text(
        "field",
        Messages.text("data.column.field"),
        210,
        promise -> promise.contract().dataset() + "." + promise.rule().field(),
        "mono");
    contracts.text(
        "rule",
        Messages.text("data.column.rule"),
        260,
        promise -> RuleWords.shown(formats, promise.rule().words()));
    contracts.figure(
        "held",
        Messages.text("data.column.breaks"),
        110,
        promise -> formats.count(promise.held()),
        Promise::held);
    contracts.figure(
        "most",
        Messages.text("data.column.most"),
        150,
        promise -> formats.share(promise.contract().mostBad()),
        promise -> promise.contract().mostBad());
    contracts.text(
        "origin", Messages.text("data.column.origin"), 160, promise -> promise.contract().origin());
    contracts.empty(Messages.text("data.quality.none"));
  }

  /// Alarms with what to do, above everything that was looked at.
  Node checks() {
    return board;
  }

  Node contracts() {
    return contracts;
  }

  void show(DataViewModel.Contents now) {
    checks.items(
        now.quality().stream()
            .sorted(
                Comparator.comparing(QualityCheck::passed)
                    .thenComparing(QualityCheck::dataset)
                    .thenComparing(QualityCheck::source))
            .toList());
    alarms
        .getChildren()
        .setAll(now.quality().stream().filter(check -> !check.passed()).map(this::alarm).toList());
    Nodes.visible(alarms, !alarms.getChildren().isEmpty());
    Map<String, Long> held = new HashMap<>();
    for (QuarantineRow row : now.held()) {
      held.merge(row.dataset() + "." + row.field() + " " + row.rule(), 1L, Long::sum);
    }
    List<Promise> promises = new ArrayList<>();
    for (Contract contract : now.contracts()) {
      for (ContractRule rule : contract.rules()) {
        promises.add(
            new Promise(
                contract,
                rule,
                held.getOrDefault(
                    contract.dataset() + "." + rule.field() + " " + rule.words(), 0L)));
      }
    }
    promises.sort(Comparator.comparing(Promise::held).reversed());
    contracts.items(promises);
  }

  private Node alarm(QualityCheck check) {
    VBox words =
        new VBox(
            2,
            Nodes.wrapped(check.words(), "medium"),
            Nodes.wrapped(
                Messages.text(
                    "data.quality.where",
                    check.dataset(),
                    Sources.words(check.source()),
                    check.file()),
                "caption",
                "muted"),
            Nodes.wrapped(check.advice(), "caption"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = Nodes.row(12, icon(Tone.WARN), words);
    if (check.name().equals("unit error") || check.name().equals("held back")) {
      row.getChildren()
          .add(
              Nodes.button(
                  Messages.text("data.quality.open-held"), () -> quarantine.accept(check)));
    }
    row.getStyleClass().add("quality-alarm");
    return row;
  }

  private static Node icon(Tone tone) {
    var icon = Icons.small(tone.icon());
    icon.getStyleClass().add(tone.styleClass());
    return Nodes.row(0, icon);
  }
}
