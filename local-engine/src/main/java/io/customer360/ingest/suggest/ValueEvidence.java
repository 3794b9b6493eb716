package io.customer360.ingest.suggest;

import io.customer360.ingest.value.ColumnType;
import io.customer360.lakehouse.Canonical;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds the values of a column against a canonical column: what its name says counts only as far
/// as its values could be that.
final class ValueEvidence {
  /// @param factor 1 where the values suit, near 0 where they cannot be it
  /// @param objection what speaks against it, or null
  /// @param support what speaks for it, or null
  record Verdict(double factor, @Nullable String objection, @Nullable String support) {}

  private static final Verdict SUITS = new Verdict(1, null, null);

  /// The column that names a row of a dataset: no value twice.
  private static final Map<String, String> KEYS =
      Map.of(
          "person", "source_key",
          "event", "event_id",
          "loyalty_account", "loyalty_id",
          "loyalty_movement", "movement_id",
          "service_ticket", "ticket_id",
          "product", "sku",
          "store", "store_id");

  private static final Set<String> CODES =
      Set.of(
          "source_key",
          "customer_number",
          "loyalty_id",
          "order_id",
          "sku",
          "batch",
          "event_id",
          "anonymous_id",
          "session_id",
          "ticket_id",
          "movement_id",
          "message_id",
          "recalled_batch");
  private static final Set<String> NAMES =
      Set.of("first_name", "last_name", "full_name", "city", "manager", "carrier");
  private static final Set<String> TEXTS = Set.of("product_name", "name", "subject", "body");
  private static final Set<String> KINDS =
      Set.of("channel", "kind", "tier", "status", "event_type", "topic", "category", "purpose");

  private final LocalDate today;

  ValueEvidence(LocalDate today) {
    this.today = today;
  }

  /// The column whose values name the rows of a dataset, or null.
  static @Nullable String key(Canonical.Dataset dataset) {
    return KEYS.get(dataset.name());
  }

  Verdict of(
      Canonical.Dataset dataset,
      Canonical.Column target,
      ColumnType type,
      ValueFacts facts,
      Set<String> words,
      Set<String> usual) {
    if (type == ColumnType.EMPTY) {
      return new Verdict(0.5, "it has no values", null);
    }
    Verdict verdict =
        switch (target.type()) {
          case "TIMESTAMP" -> precise(moment(target.name(), type, facts), type, facts);
          case "DATE" -> moment(target.name(), type, facts);
          case "INTEGER", "BIGINT" -> whole(target.name(), type, facts, words);
          case "JSON" -> type == ColumnType.JSON ? SUITS : not(0.1, "it holds no JSON");
          case "VARCHAR" -> text(dataset, target.name(), type, facts);
          default -> amount(type, facts, words);
        };
    return usual.isEmpty() || verdict.factor() < 0.3 ? verdict : usual(verdict, facts, usual);
  }

  private static Verdict not(double factor, String why) {
    return new Verdict(factor, why, null);
  }

  private Verdict moment(String target, ColumnType type, ValueFacts facts) {
    boolean date = type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
    if (!date && facts.clock() == null) {
      return not(0.1, "its values are no dates");
    }
    boolean births = facts.births(today);
    if (target.equals("birth_date")) {
      return births || !facts.enough()
          ? births ? new Verdict(1, null, "people could be born then") : SUITS
          : facts.year() >= today.getYear() - 5
              ? not(0.3, "nobody here could be born then")
              : SUITS;
    }
    if (births) {
      return not(0.3, "its values look like dates of birth");
    }
    boolean ahead = facts.year() > today.getYear();
    boolean mayBeAhead = Set.of("points_expire_on", "promised_at").contains(target);
    return ahead && !mayBeAhead ? not(0.3, "its dates lie in the future") : SUITS;
  }

  /// Of two columns that say when, the one with the time of day says more.
  private static Verdict precise(Verdict verdict, ColumnType type, ValueFacts facts) {
    boolean days = type == ColumnType.DATE || "%Y%m%d".equals(facts.clock());
    return days
        ? new Verdict(verdict.factor() * 0.97, verdict.objection(), verdict.support())
        : verdict;
  }

  private static boolean number(ColumnType type) {
    return type == ColumnType.WHOLE_NUMBER
        || type == ColumnType.DECIMAL
        || type == ColumnType.MONEY;
  }

  private static Verdict whole(
      String target, ColumnType type, ValueFacts facts, Set<String> words) {
    if (!number(type)) {
      return not(0.1, "its values are no numbers");
    }
    if (words.contains("percent")) {
      return not(0.15, "it is a share, not a number of things");
    }
    double most = facts.most();
    boolean identifier = facts.unique() && most > 1_000;
    return switch (target) {
      case "quantity" ->
          identifier || most > 1_000_000
              ? not(0.3, "its values look like numbers that name something")
              : type == ColumnType.WHOLE_NUMBER ? SUITS : not(0.7, "it has fractions");
      case "rating" -> most > 100 ? not(0.3, "its values are too large") : SUITS;
      case "line_no" -> most > 10_000 ? not(0.3, "its values are too large") : SUITS;
      default -> type == ColumnType.WHOLE_NUMBER ? SUITS : not(0.6, "it has fractions");
    };
  }

  private static Verdict amount(ColumnType type, ValueFacts facts, Set<String> words) {
    if (!number(type)) {
      return not(0.1, "its values are no amounts");
    }
    boolean rate = words.contains("rate") && !words.contains("product") && !words.contains("unit");
    if (words.contains("percent") || rate) {
      return not(0.15, "it is a share, not an amount of money");
    }
    boolean identifier =
        type == ColumnType.WHOLE_NUMBER && facts.unique() && facts.most() > 100_000;
    return identifier ? not(0.3, "its values look like numbers that name something") : SUITS;
  }

  private static Verdict text(
      Canonical.Dataset dataset, String target, ColumnType type, ValueFacts facts) {
    boolean date = type == ColumnType.DATE || type == ColumnType.TIMESTAMP || isClock(facts);
    boolean address = type == ColumnType.EMAIL;
    if (target.equals("email")) {
      return address ? SUITS : not(0.1, "its values are no e-mail addresses");
    }
    if (date && !KINDS.contains(target)) {
      return not(0.2, "its values are dates");
    }
    if (address && !target.equals("source_key")) {
      return not(0.2, "its values are e-mail addresses");
    }
    if (CODES.contains(target)) {
      return code(dataset, target, type, facts);
    }
    if (NAMES.contains(target)) {
      return name(target, facts);
    }
    if (TEXTS.contains(target)) {
      boolean codes = facts.coded() > 0.9 && facts.digits() > 0.5;
      return facts.letters() < 0.5
          ? not(0.2, "its values are numbers")
          : codes ? not(0.5, "its values are codes") : SUITS;
    }
    if (KINDS.contains(target)) {
      boolean many = facts.enough() && facts.distinct() > 0.6 && facts.kinds() > 12;
      boolean same = facts.enough() && facts.kinds() == 1 && !target.equals("channel");
      return date
          ? not(0.2, "its values are dates")
          : same
              ? not(0.6, "all its values are the same")
              : many ? not(0.4, "hardly a value stands twice") : SUITS;
    }
    return other(dataset, target, type, facts);
  }

  private static boolean isClock(ValueFacts facts) {
    String clock = facts.clock();
    return clock != null && !clock.startsWith("epoch") && facts.distinct() < 0.98;
  }

  private static Verdict code(
      Canonical.Dataset dataset, String target, ColumnType type, ValueFacts facts) {
    if (type == ColumnType.BOOLEAN || type == ColumnType.COUNTRY || type == ColumnType.CURRENCY) {
      return not(0.1, "its values name nothing");
    }
    if (type == ColumnType.MONEY) {
      return not(0.2, "its values are amounts");
    }
    if (type == ColumnType.DECIMAL) {
      return not(facts.distinct() > 0.5 ? 0.6 : 0.3, "its values are fractions");
    }
    if (facts.enough() && facts.kinds() == 1) {
      return not(0.3, "all its values are the same");
    }
    if (facts.spaced() > 0.5) {
      return not(0.3, "its values are words");
    }
    if (target.equals("loyalty_id") && facts.longest() < 5) {
      return not(0.4, "its values are too short");
    }
    if (target.equals(KEYS.get(dataset.name())) && facts.enough()) {
      boolean strict = target.equals("event_id") || target.equals("movement_id");
      if (facts.unique()) {
        return new Verdict(1, null, "no value stands twice");
      }
      if (strict || facts.distinct() < 0.8) {
        return not(strict ? 0.3 : Math.max(0.4, facts.distinct()), "values stand several times");
      }
    }
    return SUITS;
  }

  private static Verdict name(String target, ValueFacts facts) {
    if (facts.digits() > 0.3) {
      return not(0.3, "its values hold digits");
    }
    if (target.equals("full_name") && facts.spaced() < 0.4) {
      return not(0.5, "its values are single words");
    }
    boolean part = target.equals("first_name") || target.equals("last_name");
    return part && facts.enough() && facts.spaced() > 0.8
        ? not(0.6, "its values are several words")
        : SUITS;
  }

  private static Verdict other(
      Canonical.Dataset dataset, String target, ColumnType type, ValueFacts facts) {
    boolean money = type == ColumnType.MONEY || type == ColumnType.DECIMAL;
    return switch (target) {
      case "phone" ->
          facts.digits() > 0.8 && facts.longest() >= 7 && !money
              ? SUITS
              : not(0.2, "its values are no phone numbers");
      case "postcode" ->
          facts.longest() <= 11 && facts.digits() > 0.7 && !money
              ? SUITS
              : not(0.2, "its values are no postcodes");
      case "country" ->
          type == ColumnType.COUNTRY
              ? SUITS
              : facts.digits() > 0.1 || type == ColumnType.BOOLEAN
                  ? not(0.2, "its values are no countries")
                  : not(0.8, "not all its values are known countries");
      case "currency" ->
          type == ColumnType.CURRENCY ? SUITS : not(0.4, "its values are no currency codes");
      case "address" ->
          facts.letters() > 0.5 && facts.longest() > 4 && type != ColumnType.BOOLEAN
              ? SUITS
              : not(0.2, "its values are no addresses");
      case "store_id" ->
          money || type == ColumnType.BOOLEAN
              ? not(0.2, "its values name no shop")
              : dataset.equals(Canonical.STORE) && facts.enough() && facts.distinct() < 0.8
                  ? not(Math.max(0.3, facts.distinct()), "values stand several times")
                  : SUITS;
      default -> money || type == ColumnType.BOOLEAN ? not(0.4, "its values are no words") : SUITS;
    };
  }

  /// Whether the values alone show which column it is: several, each of a closed list.
  static boolean showsItself(ValueFacts facts, Set<String> usual) {
    return facts.enough()
        && facts.kinds() > 1
        && facts.kinds() <= 12
        && facts.spaced() < 0.5
        && known(facts, usual) >= 0.75;
  }

  private static double known(ValueFacts facts, Set<String> usual) {
    long known =
        facts.vocabulary().stream()
            .filter(value -> usual.stream().anyMatch(value::contains))
            .count();
    return known / (double) Math.max(1, facts.vocabulary().size());
  }

  /// Values of a closed list speak for a column, and others against it.
  private static Verdict usual(Verdict verdict, ValueFacts facts, Set<String> usual) {
    double share = known(facts, usual);
    if (share >= 0.5) {
      return new Verdict(verdict.factor(), verdict.objection(), "values such as it has");
    }
    return share < 0.2 && facts.kinds() > 1
        ? not(verdict.factor() * 0.7, "its values are others than usual")
        : verdict;
  }
}
