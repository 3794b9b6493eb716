package io.customer360.insight;

import io.customer360.assistant.Figures;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The cards of a lake, kept in `ops.insight` so that what a person has seen or dismissed survives
/// the next look. Thread-safe.
public final class LakeInsights implements Insights {
  private static final List<Detector> DETECTORS =
      List.of(
          new RecallDetector(),
          new DeliveryDetector(),
          new TierDetector(),
          new TextMessageDetector(),
          new ShiftDetector());

  private final Lakehouse lakehouse;
  private final String currency;
  private final ZoneId zone;
  private final Clock clock;

  /// @param currency ISO 4217 code of the workspace
  /// @param zone in which days begin
  /// @param clock stamps the cards
  public LakeInsights(Lakehouse lakehouse, String currency, ZoneId zone, Clock clock) {
    this.lakehouse = lakehouse;
    this.currency = currency;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public List<InsightCard> cards() {
    return kept("listed and state <> 'DISMISSED'", "abs(money) desc, id");
  }

  @Override
  public List<InsightCard> dismissed() {
    return kept("state = 'DISMISSED'", "changed_at desc, id");
  }

  private List<InsightCard> kept(String which, String order) {
    return lakehouse.read(
        c ->
            Rows.list(
                c,
                "select card, state, reason from ops.insight where " + which + " order by " + order,
                row ->
                    CardText.read(row.getString("card"))
                        .with(
                            InsightCard.State.valueOf(row.getString("state")),
                            Objects.requireNonNullElse(row.getString("reason"), ""))));
  }

  @Override
  public InsightSummary summary() {
    long checked =
        lakehouse.read(
            c ->
                Rows.number(
                    c, "select checked from ops.insight_look order by looked_at desc limit 1"));
    int shown = cards().size();
    return new InsightSummary(
        (int) checked,
        shown,
        ShiftDetector.RATE,
        checked == 0
            ? "Nothing has been looked at yet."
            : checked + " shifts checked, " + shown + " shown. False findings held to 5\u2009%.");
  }

  @Override
  public void refresh(Progress progress) {
    LocalDate today = LocalDate.ofInstant(lakehouse.asOf(), zone);
    Instant now = clock.instant();
    List<InsightCard> found = new ArrayList<>();
    int checked = 0;
    for (int i = 0; i < DETECTORS.size(); i++) {
      progress.checkCancelled();
      Detector detector = DETECTORS.get(i);
      progress.stage("Look at " + detector.looksAt());
      progress.fraction((double) i / DETECTORS.size());
      Detector.Found looked =
          lakehouse.read(
              progress,
              c -> detector.detect(new Look(c, new Figures(currency, today), today, zone)));
      checked += looked.checked();
      looked.findings().forEach(f -> found.add(f.card(now)));
    }
    int tested = checked;
    lakehouse.write(
        c -> {
          Map<String, Instant> first = new LinkedHashMap<>();
          Map<String, String[]> states = new LinkedHashMap<>();
          Rows.list(
              c,
              "select id, state, reason, found_at from ops.insight",
              row -> {
                String id = row.getString("id");
                first.put(id, Objects.requireNonNullElse(Rows.instant(row, "found_at"), now));
                states.put(
                    id,
                    new String[] {
                      row.getString("state"),
                      Objects.requireNonNullElse(row.getString("reason"), "")
                    });
                return id;
              });
          Rows.update(c, "update ops.insight set listed = false");
          for (InsightCard card : found) {
            String[] state = states.getOrDefault(card.id(), new String[] {"UNSEEN", ""});
            Instant since = first.getOrDefault(card.id(), now);
            InsightCard dated =
                new InsightCard(
                    card.id(),
                    card.topic(),
                    card.finding(),
                    card.money(),
                    card.confidence(),
                    card.why(),
                    card.button(),
                    card.target(),
                    card.query(),
                    card.evidence(),
                    card.state(),
                    card.reason(),
                    since);
            BigDecimal money = card.money().amount();
            Rows.update(c, "delete from ops.insight where id = ?", card.id());
            Rows.update(
                c,
                "insert into ops.insight values (?, ?, true, ?, ?, ?, ?, ?)",
                card.id(),
                CardText.write(dated),
                money,
                state[0],
                state[1],
                since,
                now);
          }
          Rows.update(
              c, "insert into ops.insight_look values (?, ?, ?)", tested, found.size(), now);
          return found.size();
        });
  }

  @Override
  public void markSeen(String id) {
    state(id, InsightCard.State.SEEN, "", "state = 'UNSEEN'");
  }

  @Override
  public void dismiss(String id, String reason) {
    state(id, InsightCard.State.DISMISSED, reason, "true");
  }

  @Override
  public void restore(String id) {
    state(id, InsightCard.State.SEEN, "", "state = 'DISMISSED'");
  }

  private void state(String id, InsightCard.State state, String reason, String when) {
    lakehouse.write(
        c ->
            Rows.update(
                c,
                "update ops.insight set state = ?, reason = ?, changed_at = ? where id = ? and "
                    + when,
                state.name(),
                reason,
                clock.instant(),
                id));
  }
}
