package io.customer360.identity.read;

import io.customer360.identity.cluster.Labels;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.weigh.StagedPeople;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads everything around a pair: values as received, what the model does not use, consents, ties.
public final class PairReader {
  private final Connection connection;
  private final String sign;

  public PairReader(Connection connection, String currency) {
    this.connection = connection;
    String symbol = Currency.getInstance(currency).getSymbol(Locale.UK);
    sign = symbol.length() == 1 ? symbol : symbol + " ";
  }

  public ReviewPair read(String left, String right, PairExplanation why, MatchThresholds thresholds)
      throws SQLException {
    ReviewPair.Side leftSide = side(left);
    ReviewPair.Side rightSide = side(right);
    Map<String, @Nullable String> leftValues = values(left);
    Map<String, @Nullable String> rightValues = values(right);
    List<ReviewPair.Field> fields = new ArrayList<>();
    List<ReviewPair.Weight> weights = new ArrayList<>();
    weights.add(new ReviewPair.Weight(Labels.START, why.start()));
    for (PairExplanation.Bar bar : why.bars()) {
      String label = Labels.of(bar.comparison());
      boolean field = bar.standing() != PairExplanation.Standing.NONE;
      weights.add(new ReviewPair.Weight(field ? label + ", " + bar.level() : label, bar.weight()));
      if (field) {
        fields.add(
            new ReviewPair.Field(
                label,
                leftValues.get(bar.comparison()),
                rightValues.get(bar.comparison()),
                agreement(bar.standing()),
                words(bar, leftValues, rightValues)));
      }
    }
    return new ReviewPair(
        leftSide,
        rightSide,
        fields,
        weights,
        why.weight(),
        why.probability(),
        why.category(),
        why.sentence(),
        wouldChange(leftSide, rightSide, why, thresholds),
        thresholds.reviewFrom(),
        thresholds.mergeFrom(),
        consents(leftSide.customerId(), rightSide.customerId()),
        new PairGraph(connection).read(leftSide, rightSide, why.weight()));
  }

  /// What the weights alone would have joined and the resolution did not has another reason than
  /// the weights.
  private String wouldChange(
      ReviewPair.Side left, ReviewPair.Side right, PairExplanation why, MatchThresholds thresholds)
      throws SQLException {
    boolean heldApart =
        why.probability() >= thresholds.mergeFrom()
            && !left.customerId().equals(right.customerId());
    return heldApart
        ? "That would be enough to join them. "
            + ApartReason.of(connection, left.customerId(), right.customerId())
        : why.wouldChange();
  }

  private static String words(
      PairExplanation.Bar bar,
      Map<String, @Nullable String> left,
      Map<String, @Nullable String> right) {
    if (bar.standing() != PairExplanation.Standing.MISSING) {
      return bar.level();
    }
    boolean hasLeft = left.get(bar.comparison()) != null;
    boolean hasRight = right.get(bar.comparison()) != null;
    return hasLeft && hasRight
        ? "not comparable"
        : hasLeft || hasRight ? "missing on one side" : "missing on both";
  }

  private static ReviewPair.Agreement agreement(PairExplanation.Standing standing) {
    return switch (standing) {
      case SAME -> ReviewPair.Agreement.SAME;
      case CLOSE -> ReviewPair.Agreement.CLOSE;
      case DIFFERENT -> ReviewPair.Agreement.DIFFERENT;
      case MISSING, NONE -> ReviewPair.Agreement.MISSING;
    };
  }

  private Map<String, @Nullable String> values(String record) throws SQLException {
    Map<String, @Nullable String> values = new HashMap<>();
    Rows.list(
        connection,
        """
        select coalesce(first_name, regexp_extract(full_name, '^\\S+')) as first_name,
          coalesce(last_name, nullif(trim(regexp_replace(full_name, '^\\S+', '')), ''))
            as last_name,
          strftime(birth_date, '%-d %b %Y') as birth_date, email, phone, address,
          postcode, city, coalesce(p.loyalty_id, (select min(a.loyalty_id)
            from silver.loyalty_account a where a.source_person_id = p.source_person_id))
            as loyalty_id
        from silver.source_person p where source_person_id = ?
        """,
        row -> {
          for (int i = 0; i < StagedPeople.FIELDS.size(); i++) {
            values.put(StagedPeople.FIELDS.get(i), row.getString(i + 1));
          }
          return record;
        },
        record);
    return values;
  }

  private ReviewPair.Side side(String record) throws SQLException {
    return Rows.list(
            connection,
            """
            select p.source,
              coalesce(nullif(p.full_name, ''), p.email, p.phone, p.source_key) as name,
              l.customer_id, coalesce(g.value, l.customer_id) as customer_name,
              strftime(p.created_at, '%-d %b %Y') as first_seen
            from silver.source_person p
            join gold.identity_link l using (source_person_id)
            left join gold.golden_field g on g.customer_id = l.customer_id
              and g.field = 'full_name'
            where p.source_person_id = ?
            """,
            row ->
                new ReviewPair.Side(
                    record,
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    history(record, row.getString(5))),
            record)
        .getFirst();
  }

  private List<ReviewPair.Fact> history(String record, @Nullable String firstSeen)
      throws SQLException {
    List<ReviewPair.Fact> facts = new ArrayList<>();
    facts.add(new ReviewPair.Fact("First seen", firstSeen));
    facts.addAll(
        Rows.list(
            connection,
            """
            select count(distinct order_id), coalesce(sum(revenue), 0)
            from silver.order_line where source_person_id = ? and not is_return
            """,
            row ->
                new ReviewPair.Fact(
                    "Orders, spend",
                    row.getLong(1) == 0
                        ? null
                        : "%,d, %s%,.2f".formatted(row.getLong(1), sign, row.getBigDecimal(2))),
            record));
    List<String> bought =
        Rows.list(
            connection,
            """
            select category from silver.order_line
            where source_person_id = ? and category is not null and not is_return
            group by category order by sum(quantity) desc, category limit 3
            """,
            row -> row.getString(1),
            record);
    facts.add(new ReviewPair.Fact("Bought", bought.isEmpty() ? null : String.join(", ", bought)));
    facts.add(new ReviewPair.Fact("E-mail marketing", said(record, "email")));
    facts.add(new ReviewPair.Fact("SMS marketing", said(record, "sms")));
    return facts;
  }

  private @Nullable String said(String record, String channel) throws SQLException {
    return Rows.list(
            connection,
            """
            select case status when 'yes' then 'Yes' else 'No' end from silver.consent
            where source_person_id = ? and purpose = 'marketing' and channel = ?
            order by recorded_at desc, status limit 1
            """,
            row -> row.getString(1),
            record,
            channel)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /// Where the two customers answer differently: together the stricter answer counts.
  private List<ReviewPair.ConsentEffect> consents(String left, String right) throws SQLException {
    if (left.equals(right)) {
      return List.of();
    }
    return Rows.list(
        connection,
        """
        select purpose, channel,
          max(status) filter (where customer_id = ?) as l,
          max(status) filter (where customer_id = ?) as r,
          min(status) as together
        from gold.consent where customer_id in (?, ?)
        group by purpose, channel having l is distinct from r
        order by purpose, channel
        """,
        row ->
            new ReviewPair.ConsentEffect(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        left,
        right,
        left,
        right);
  }
}
