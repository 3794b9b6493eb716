package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Column;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Confidence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Clicks on text messages at weekends: since the hour of sending changed, else the last four
/// weeks, against as many before.
final class TextMessageDetector implements Detector {
  /// The loss of the weeks seen, as a yearly sum: what is at stake if nothing changes.
  private static final double WEEKS_OF_YEAR = 52;

  private static final String WEEKS =
      """
      select date_trunc('week', occurred_at)::date as week,
        count(*) filter (where kind = 'sent') as sent,
        count(*) filter (where kind = 'clicked') as clicked,
        median(hour(occurred_at)) filter (where kind = 'sent') as hour
      from gold.engagement
      where channel = 'sms' and isodow(occurred_at) >= 6 and occurred_at >= ?
      group by 1 having count(*) filter (where kind = 'sent') > 0
      order by 1
      """;
  private static final String VALUE =
      """
      select coalesce(sum(o.margin), 0), count(distinct e.message_id)
      from gold.engagement e
      left join gold.orders o on o.customer_id = e.customer_id and not o.is_return
        and o.ordered_at between e.occurred_at and e.occurred_at + interval 2 day
      where e.channel = 'sms' and e.kind = 'clicked' and e.occurred_at >= ?
      """;

  @Override
  public String looksAt() {
    return "text messages";
  }

  @Override
  public Found detect(Look look) throws SQLException {
    LocalDate before = look.today().minusDays(56);
    List<List<@Nullable Object>> weeks = look.rows(WEEKS, look.start(before));
    int cut = cut(weeks);
    int span = weeks.size() - cut;
    double[] now = new double[2];
    double[] then = new double[2];
    double hourNow = 0;
    double hourThen = 0;
    for (int i = Math.max(0, cut - span); i < weeks.size(); i++) {
      double[] side = i >= cut ? now : then;
      side[0] += Look.number(weeks.get(i), 1);
      side[1] += Look.number(weeks.get(i), 2);
      if (i >= cut) {
        hourNow = Look.number(weeks.get(i), 3);
      } else {
        hourThen = Look.number(weeks.get(i), 3);
      }
    }
    double p = Statistics.twoProportions(now[1], now[0], then[1], then[0]);
    double rate = now[0] == 0 ? 0 : now[1] / now[0];
    double usual = then[0] == 0 ? 0 : then[1] / then[0];
    if (now[0] < 50 || then[0] < 50 || usual == 0 || p > 0.01 || rate > usual * 0.9) {
      return Found.nothing();
    }
    List<@Nullable Object> value = look.rows(VALUE, look.start(before)).getFirst();
    double perClick = Look.number(value, 0) / Math.max(1, Look.number(value, 1));
    double lost = (usual - rate) * now[0];
    int fall = (int) Math.round((1 - rate / usual) * 100);
    String why =
        Math.abs(hourNow - hourThen) >= 3
            ? String.format(
                Locale.UK,
                "Messages went out about %02d:00 before, about %02d:00 (UTC) now.",
                (int) hourThen,
                (int) hourNow)
            : "The click rate fell from "
                + look.figures().share(usual)
                + " to "
                + look.figures().share(rate)
                + ".";
    return Found.one(
        new Finding(
            "message:weekend-sms",
            InsightCard.Topic.MESSAGE,
            "Weekend SMS clicks fell by " + fall + "\u2009% in the last " + words(span) + " weeks",
            look.figures().figure(-lost * perClick * WEEKS_OF_YEAR / span, "margin a year"),
            Confidence.estimated(
                List.of(
                    new Confidence.Part("Shift of the click rate, one minus its p-value", 1 - p),
                    new Confidence.Part(
                        "Margin ordered within 2 days of a click is due to it, and it goes on for a year",
                        0.66))),
            why,
            "Compare weeks",
            new ActionTarget.Question("SMS click rate on weekends per week"),
            WEEKS,
            table(look, weeks)));
  }

  /// The week from which messages go out at another hour, when there is one; else the last four.
  private static int cut(List<List<@Nullable Object>> weeks) {
    for (int i = weeks.size() - 2; i >= 2; i--) {
      if (Math.abs(Look.number(weeks.get(i), 3) - Look.number(weeks.get(i - 1), 3)) >= 3) {
        return i;
      }
    }
    return Math.max(0, weeks.size() - 4);
  }

  private static String words(int weeks) {
    return switch (weeks) {
      case 2 -> "two";
      case 3 -> "three";
      case 4 -> "four";
      case 5 -> "five";
      case 6 -> "six";
      default -> Integer.toString(weeks);
    };
  }

  private static AnswerTable table(Look look, List<List<@Nullable Object>> weeks) {
    List<Column> columns =
        List.of(
            new Column("week", "Week from", "", Kind.DATE, true),
            new Column("sent", "Sent", "", Kind.COUNT, false),
            new Column("clicked", "Clicked", "", Kind.COUNT, false),
            new Column("rate", "Click rate", "", Kind.SHARE, false));
    List<AnswerTable.Row> rows = new ArrayList<>();
    for (List<@Nullable Object> week : weeks) {
      double rate = Look.number(week, 2) / Math.max(1, Look.number(week, 1));
      List<@Nullable Object> values = new ArrayList<>();
      values.add(Look.text(week, 0));
      values.add(Look.number(week, 1));
      values.add(Look.number(week, 2));
      values.add(rate);
      rows.add(
          new AnswerTable.Row(
              values,
              List.of(
                  look.figures().day(LocalDate.parse(Look.text(week, 0))),
                  look.figures().count(Look.number(week, 1)),
                  look.figures().count(Look.number(week, 2)),
                  look.figures().share(rate)),
              null));
    }
    return new AnswerTable(columns, rows, rows.size(), "");
  }
}
