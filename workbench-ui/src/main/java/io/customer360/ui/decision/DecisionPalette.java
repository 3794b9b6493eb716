package io.customer360.ui.decision;

import io.customer360.decision.Decisions;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.QueueFilter;
import io.customer360.job.Progress;
import io.customer360.ui.command.PaletteItem;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.Navigator;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Proposals that wait, in the command palette: by customer, action or number.
public final class DecisionPalette implements PaletteProvider {
  private final Decisions decisions;
  private final Navigator navigator;

  public DecisionPalette(Decisions decisions, Navigator navigator) {
    this.decisions = decisions;
    this.navigator = navigator;
  }

  @Override
  public String section() {
    return Messages.text("decision.palette");
  }

  @Override
  public String prefix() {
    return "";
  }

  @Override
  public List<PaletteItem> find(String text, int limit, Progress progress) {
    if (text.isEmpty()) {
      return List.of();
    }
    String wanted = text.toLowerCase(Locale.ROOT);
    List<PaletteItem> found = new ArrayList<>();
    for (ProposalSummary row : decisions.queue(QueueFilter.ALL)) {
      progress.checkCancelled();
      if (found.size() == limit) {
        break;
      }
      String title = row.subtitle() + ", " + row.title();
      int at = title.toLowerCase(Locale.ROOT).indexOf(wanted);
      boolean named =
          row.decisionId().toLowerCase(Locale.ROOT).contains(wanted)
              || row.customerId().toLowerCase(Locale.ROOT).contains(wanted);
      if (at >= 0 || named) {
        found.add(
            new PaletteItem(
                QueuePane.icon(row.channel(), row.kind()),
                title,
                at < 0 ? List.of() : List.of(new PaletteItem.Span(at, at + wanted.length())),
                Messages.text("decision.palette.fact", row.valueAtRiskText()),
                "",
                row.members() == 1,
                () -> navigator.go(new Destination.Decision(row.decisionId()))));
      }
    }
    return found;
  }
}
