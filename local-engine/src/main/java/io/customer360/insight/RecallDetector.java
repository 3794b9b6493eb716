package io.customer360.insight;

import io.customer360.assistant.ActionTarget;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Confidence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Buyers of a recalled batch who still hold it, and those among them nobody can reach.
final class RecallDetector implements Detector {
  private static final String QUERY =
      """
      with recalled as (
        select sku, name, recalled_batch from silver.product
        where recalled_batch is not null and recalled_batch <> ''
      )
      select l.customer_id, c.full_name, c.city, sum(l.revenue) as paid,
        case when c.email is null and c.phone is null then 'cannot be reached'
             when c.email is not null then 'by e-mail' else 'by phone' end as reach,
        r.name, r.recalled_batch
      from gold.order_line l
      join recalled r on r.sku = l.sku and r.recalled_batch = l.batch
      join gold.customer c on c.customer_id = l.customer_id
      group by l.customer_id, c.full_name, c.city, c.email, c.phone, r.name, r.recalled_batch
      having sum(case when l.is_return then -abs(l.quantity) else l.quantity end) > 0
      order by paid desc, l.customer_id
      """;

  @Override
  public String looksAt() {
    return "recalls";
  }

  @Override
  public Found detect(Look look) throws SQLException {
    Map<String, List<List<@Nullable Object>>> byBatch = new LinkedHashMap<>();
    for (List<@Nullable Object> row : look.rows(QUERY)) {
      byBatch
          .computeIfAbsent(Look.text(row, 5) + "|" + Look.text(row, 6), k -> new ArrayList<>())
          .add(row);
    }
    List<Finding> findings = new ArrayList<>();
    byBatch.forEach(
        (key, rows) -> {
          String product = key.substring(0, key.indexOf('|'));
          String batch = key.substring(key.indexOf('|') + 1);
          long unreachable =
              rows.stream().filter(r -> Look.text(r, 4).startsWith("cannot")).count();
          double paid = rows.stream().mapToDouble(r -> Look.number(r, 3)).sum();
          String count = look.figures().count(rows.size());
          findings.add(
              new Finding(
                  "recall:" + batch,
                  InsightCard.Topic.RECALL,
                  product
                      + " recall: "
                      + count
                      + " buyers"
                      + (unreachable == 0
                          ? ", all can be reached"
                          : ", of whom "
                              + look.figures().count(unreachable)
                              + " cannot be reached"),
                  look.figures().figure(paid, "refund exposure"),
                  Confidence.counted("Buyers of batch " + batch + " who did not return it."),
                  "Batch "
                      + batch
                      + " is recalled."
                      + (unreachable == 0
                          ? ""
                          : " Without e-mail or phone the notice has to go by post."),
                  "Prepare notices",
                  new ActionTarget.Queue("", Look.ids(rows)),
                  QUERY,
                  look.people(
                      rows,
                      List.of("Customer", "City", "Paid", "Reach"),
                      List.of(Kind.CUSTOMER, Kind.TEXT, Kind.MONEY, Kind.TEXT))));
        });
    return new Found(findings, Math.max(1, byBatch.size()));
  }
}
