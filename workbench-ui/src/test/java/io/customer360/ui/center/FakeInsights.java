package io.customer360.ui.center;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.Confidence;
import io.customer360.insight.InsightCard;
import io.customer360.insight.InsightCard.State;
import io.customer360.insight.InsightCard.Topic;
import io.customer360.insight.InsightSummary;
import io.customer360.insight.Insights;
import io.customer360.job.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The board's four cards.
public final class FakeInsights implements Insights {
  final List<InsightCard> cards = new ArrayList<>();
  final List<InsightCard> dismissed = new ArrayList<>();

  public FakeInsights() {
    cards.add(
        card(
            "1",
            Topic.RECALL,
            "Ridgeline Anorak recall: 318 buyers, of whom 41 cannot be reached",
            31_482,
            "refund exposure",
            "\u00a331,482",
            null,
            "Seams of batch 26-08 open in rain. The notice is due by 27 Nov.",
            "Prepare notices",
            State.UNSEEN));
    cards.add(
        card(
            "2",
            Topic.DELIVERY,
            "Late deliveries double the churn risk of loyal families",
            29_950,
            "margin at risk",
            "\u00a329,950",
            0.91,
            "Late share rose from 3.1\u202f% to 11.4\u202f% with the new carrier.",
            "Open 96 customers",
            State.UNSEEN));
    cards.add(
        card(
            "3",
            Topic.LOYALTY,
            "64 Silver customers are less than 150 points away from Gold",
            8_960,
            "upside, 12 months",
            "\u00a38,960",
            0.74,
            "Gold customers buy 1.6 times as often. Points expire on 30 Nov.",
            "Review tier offer",
            State.SEEN));
    cards.add(
        card(
            "4",
            Topic.MESSAGE,
            "Weekend SMS clicks fell by 31\u202f% in the last four weeks",
            -2_310,
            "margin",
            "\u2212\u00a32,310",
            0.66,
            "The send time moved from 10:00 to 19:30 on 26 Oct.",
            "Compare weeks",
            State.SEEN));
  }

  private static InsightCard card(
      String id,
      Topic topic,
      String finding,
      long money,
      String kind,
      String text,
      Double confidence,
      String why,
      String button,
      State state) {
    return new InsightCard(
        id,
        topic,
        finding,
        FakeAssistant.money(money, kind, text),
        confidence == null
            ? Confidence.counted("buyers of the batch")
            : Confidence.estimated(List.of(new Confidence.Part("test", confidence))),
        why,
        button,
        new ActionTarget.Customers(finding, List.of("C-004711")),
        "select 1",
        AnswerTable.EMPTY,
        state,
        "",
        Instant.parse("2026-11-20T09:40:00Z"));
  }

  @Override
  public List<InsightCard> cards() {
    return List.copyOf(cards);
  }

  @Override
  public List<InsightCard> dismissed() {
    return List.copyOf(dismissed);
  }

  @Override
  public InsightSummary summary() {
    return new InsightSummary(
        126, cards.size(), 0.05, "126 shifts checked, 4 shown. False findings held to 5\u202f%.");
  }

  @Override
  public void refresh(Progress progress) {
    progress.stage("Look over the tables");
  }

  @Override
  public void markSeen(String id) {}

  @Override
  public void dismiss(String id, String reason) {
    cards.stream().filter(card -> card.id().equals(id)).forEach(dismissed::add);
    cards.removeIf(card -> card.id().equals(id));
  }

  @Override
  public void restore(String id) {
    dismissed.stream().filter(card -> card.id().equals(id)).forEach(cards::add);
    dismissed.removeIf(card -> card.id().equals(id));
  }
}
