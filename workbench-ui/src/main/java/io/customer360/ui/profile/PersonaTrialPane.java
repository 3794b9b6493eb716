package io.customer360.ui.profile;

import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.PolicyCheck;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.profile.share.PersonaTrial;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.PolicyCheckRow;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.control.Tone;
import io.customer360.ui.job.Load;
import io.customer360.ui.option.OptionFactors;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What would be decided for a persona: what is otherwise than when it was saved, the options with
/// their factors, why not the others, and the checks of the first.
final class PersonaTrialPane {
  private final Formats formats;
  private final PersonaModel personas;
  private final VBox lines = new VBox(10);
  private final ScrollPane root = new ScrollPane(lines);

  PersonaTrialPane(Formats formats, PersonaModel personas) {
    this.formats = formats;
    this.personas = personas;
    lines.getStyleClass().add("persona-trial");
    root.setFitToWidth(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.getStyleClass().add("edge-to-edge");
    personas.trial().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  private void show(Load<PersonaTrial> load) {
    if (load instanceof Load.Failed<PersonaTrial>(var fault)) {
      lines.getChildren().setAll(ErrorState.retry(fault, personas::decide));
      return;
    }
    PersonaTrial trial = load.value();
    if (trial == null) {
      lines.getChildren().setAll(new Skeleton(14, 16, 300, 440, 440, 280));
      return;
    }
    Decision now = trial.now();
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        Nodes.label(
            now.best().map(RankedOption::name).orElse(Messages.text("profile.action.none")),
            "section"));
    nodes.add(Nodes.wrapped(now.why(), "muted"));
    nodes.addAll(since(trial));
    if (!now.options().isEmpty()) {
      nodes.add(head("decision.options", now.options().size()));
      now.options().forEach(option -> nodes.add(option(option, now.options())));
    }
    if (!now.blocked().isEmpty()) {
      nodes.add(head("decision.blocked", now.blocked().size()));
      // What nearly passed is worth reading first.
      now.blocked().stream()
          .sorted(Comparator.comparing(BlockedOption::stage).reversed())
          .forEach(option -> nodes.add(blocked(option)));
    }
    now.best()
        .ifPresent(
            best -> {
              nodes.add(head("decision.checks", best.checks().size()));
              best.checks().forEach(check -> nodes.add(check(check)));
            });
    lines.getChildren().setAll(nodes);
    root.setVvalue(0);
  }

  /// What changed since the persona was saved, in the texts and in what follows from them.
  private List<Node> since(PersonaTrial trial) {
    List<Node> nodes = new ArrayList<>();
    String moment = formats.dateTime(trial.now().decidedAt());
    boolean same = trial.changedTexts().isEmpty();
    nodes.add(
        Nodes.wrapped(
            same
                ? Messages.text("profile.persona.same-texts", moment)
                : Messages.text(
                    "profile.persona.other-texts", moment, String.join(", ", trial.changedTexts())),
            "caption",
            "muted"));
    if (!same && trial.differences().isEmpty()) {
      nodes.add(Nodes.label(Messages.text("profile.persona.no-difference"), "medium"));
    }
    trial
        .differences()
        .forEach(
            difference -> {
              Label line = Nodes.wrapped(difference.words(), "persona-difference");
              line.setGraphic(Icons.small("fth-shuffle", "accent"));
              line.setGraphicTextGap(8);
              nodes.add(line);
            });
    return nodes;
  }

  private Node head(String key, int count) {
    return Nodes.classes(
        Nodes.line(
            8,
            Nodes.label(Messages.text(key), "strong"),
            Nodes.label(formats.count(count), "muted", "num")),
        "compare-section");
  }

  private Node option(RankedOption option, List<RankedOption> all) {
    Label name = Nodes.label(option.name(), "medium");
    name.setGraphic(Icons.small(Words.channelIcon(option.channel())));
    name.setGraphicTextGap(8);
    Label detail = Nodes.label(option.detail(), "muted", "caption");
    detail.setMinWidth(0);
    VBox row =
        new VBox(
            4,
            Nodes.row(8, name, detail),
            OptionFactors.of(option, all, formats, option.rank() == 1));
    row.getStyleClass().add("compare-line");
    return row;
  }

  private static Node blocked(BlockedOption option) {
    Label stage = Nodes.label(option.stage().words(), "caption", "muted");
    stage.setMinWidth(Label.USE_PREF_SIZE);
    String reason = option.fact().isBlank() ? option.rule() : option.fact();
    VBox row =
        new VBox(
            1,
            Nodes.row(8, Nodes.label(option.name(), "medium"), Nodes.spacer(), stage),
            Nodes.wrapped(reason, "caption"));
    if (!option.passWhen().isBlank()) {
      row.getChildren()
          .add(
              Nodes.wrapped(
                  Messages.text("decision.blocked.pass", option.passWhen()), "caption", "muted"));
    }
    row.getStyleClass().add("compare-line");
    return row;
  }

  private static Node check(PolicyCheck check) {
    return new PolicyCheckRow(
        check.passed() ? Tone.GOOD : Tone.BAD,
        check.name(),
        check.fact().isBlank() ? check.rule() : check.fact());
  }
}
