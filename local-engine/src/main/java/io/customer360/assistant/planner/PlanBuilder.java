package io.customer360.assistant.planner;

import io.customer360.assistant.plan.Audience;
import io.customer360.assistant.plan.Condition;
import io.customer360.assistant.plan.Period;
import io.customer360.assistant.plan.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a plan of what the rules found. Runs the rules in their order; whatever no rule used stays
/// unused and makes the question not understood.
final class PlanBuilder {
  private final Reading reading;

  PlanBuilder(Reading reading) {
    this.reading = reading;
  }

  Built build() {
    Built customer = new CustomerQuestions(reading).build();
    if (customer != null) {
      return customer;
    }
    boolean measured =
        reading.items.stream()
            .anyMatch(i -> i.can(Sense.MeasureSense.class) && !i.can(Sense.ActivitySense.class));
    Built decisions = decisions();
    if (decisions != null) {
      return decisions;
    }
    new ThresholdRules(reading).apply();
    new ActivityRules(reading).apply();
    new FilterRules(reading, measured).apply();
    Built steered = steered();
    if (steered != null) {
      return steered;
    }
    return new MeasureQuestions(reading).build();
  }

  /// `how many proposals wait`, `what was blocked this week`.
  private @Nullable Built decisions() {
    boolean names = reading.has(Word.PROPOSALS) || reading.has(Word.WAITING);
    boolean states =
        reading.has(Word.WAITING, Word.APPROVED, Word.REJECTED, Word.BLOCKED, Word.DELIVERED_OUT);
    if (!names && !(states && reading.has(Word.OFFERS))) {
      return null;
    }
    if (reading.has(Word.CUSTOMERS)) {
      return null;
    }
    reading.take(
        Word.PROPOSALS,
        Word.HOW_MANY,
        Word.WHICH,
        Word.LIST,
        Word.OFFERS,
        Word.WITH,
        Word.IN,
        Word.THAT);
    String state =
        reading.take(Word.WAITING)
            ? "waiting"
            : reading.take(Word.APPROVED)
                ? "approved"
                : reading.take(Word.REJECTED)
                    ? "rejected"
                    : reading.take(Word.BLOCKED)
                        ? "blocked"
                        : reading.take(Word.DELIVERED_OUT) ? "sent" : "all";
    TimeRules time = new TimeRules(reading);
    time.apply();
    Period period = time.main == null ? null : time.main.period();
    reading.chips.fixed(-1, "tool", "decisions", state);
    if (period != null) {
      reading.chips.fixed(time.mainAt, "period", "period", period.words());
    }
    return Built.of(new Plan.DecisionsBy(state, period));
  }

  /// Tools that an opening word names: offers, segment, propose, drivers, share.
  private @Nullable Built steered() {
    if (reading.unused(Word.OFFERS).isPresent() && reading.unused(Word.WORK).isPresent()
        || reading.unused(Word.OFFERS).isPresent() && reading.has(Word.BEST, Word.TOP)
        || reading.unused(Word.WORK).filter(this::asksWhat).isPresent() && !measures()) {
      reading.take(
          Word.OFFERS,
          Word.WORK,
          Word.WHICH,
          Word.BEST,
          Word.TOP,
          Word.LIST,
          Word.CUSTOMERS,
          Word.IN,
          Word.WITH);
      fixed("offers", "what works");
      return Built.of(new Plan.OffersFor(audience()));
    }
    if (reading.unused(Word.SEGMENT).isPresent()) {
      reading.take(Word.SEGMENT, Word.LIST, Word.CUSTOMERS, Word.BUYERS);
      return conditionsNeeded("segment", new Plan.Segment(audience()));
    }
    if (reading.unused(Word.WHY, Word.DRIVES).isPresent()) {
      return drivers();
    }
    if (reading.unused(Word.SHARE).isPresent() && !measures()) {
      return share();
    }
    if (reading.unused(Word.PROPOSE, Word.NEXT).isPresent() && !measures()) {
      Optional<Sense.ActionSense> action =
          reading.items.stream().flatMap(i -> i.as(Sense.ActionSense.class).stream()).findFirst();
      reading.items.stream().filter(i -> i.can(Sense.ActionSense.class)).forEach(Item::use);
      reading.take(
          Word.PROPOSE,
          Word.NEXT,
          Word.OFFERS,
          Word.CUSTOMERS,
          Word.BUYERS,
          Word.WHICH,
          Word.IN,
          Word.ABOUT,
          Word.LIST);
      String wanted = action.map(Sense.ActionSense::action).orElse("");
      return conditionsNeeded("propose", new Plan.Propose(wanted, audience()));
    }
    return null;
  }

  private boolean asksWhat(Item work) {
    return reading.unused(Word.WHICH).isPresent() || work.tokens.getFirst().is("what");
  }

  private boolean measures() {
    return reading.items.stream().anyMatch(i -> !i.used() && i.can(Sense.MeasureSense.class));
  }

  private Built conditionsNeeded(String tool, Plan plan) {
    if (reading.conditions.isEmpty()) {
      return Built.refused("Say which customers: for example loyal customers at risk.");
    }
    fixed(tool, "customers");
    return Built.of(plan);
  }

  private Built drivers() {
    boolean change = reading.has(Word.CHANGE);
    if (change) {
      return Built.refused("Why a number changed cannot be told yet. Compare it by a dimension.");
    }
    boolean leave = reading.take(Word.LEAVE);
    boolean risk = false;
    for (Item item : reading.items) {
      Optional<Sense.MeasureSense> measure =
          item.used() ? Optional.empty() : item.as(Sense.MeasureSense.class);
      if (measure.isPresent()) {
        if (!measure.get().key().equals("churn_risk")
            && !measure.get().key().equals("margin_at_risk")) {
          return Built.refused("Reasons are known for churn risk only.");
        }
        item.use();
        risk = true;
      }
    }
    boolean atRisk =
        reading.conditions.stream()
            .anyMatch(
                p ->
                    p.condition() instanceof Condition.Threshold t
                        && t.attribute().equals("churn"));
    if (!leave && !risk && !atRisk) {
      return Built.refused("Reasons are known for churn risk only.");
    }
    reading.take(
        Word.WHY,
        Word.DRIVES,
        Word.CUSTOMERS,
        Word.WHICH,
        Word.LIST,
        Word.IN,
        Word.ABOUT,
        Word.TOP,
        Word.BUYERS);
    fixed("drivers", "churn risk");
    return Built.of(new Plan.Drivers("churn", audience()));
  }

  /// What is said before the copula or the relative word is the whole, what follows is the part.
  private Built share() {
    int noun = reading.indexOf(i -> i.is(Word.CUSTOMERS, Word.BUYERS));
    if (noun < 0) {
      return Built.refused("Say the share of which customers.");
    }
    int cut = noun;
    for (int i = noun + 1; i < reading.size(); i++) {
      Item item = reading.item(i);
      boolean copula =
          item.tokens
              .getFirst()
              .is("is", "are", "have", "has", "had", "were", "that", "who", "which");
      if (copula) {
        cut = i;
        break;
      }
    }
    int at = cut;
    Audience whole = asCustomers(reading.audience(p -> p.at() < at));
    Audience part = asCustomers(reading.audience(p -> p.at() >= at));
    if (part.isAll() && !whole.isAll()) {
      part = whole;
      whole = Audience.ALL;
    }
    if (part.isAll()) {
      return Built.refused("Say what the customers of the share have in common.");
    }
    reading.take(Word.SHARE, Word.WHICH, Word.LIST, Word.CUSTOMERS, Word.HOW_MUCH, Word.BUYERS);
    fixed("share", "of customers");
    return Built.of(new Plan.Share(part, whole));
  }

  private Audience audience() {
    return asCustomers(reading.audience());
  }

  /// A value that belongs to rows becomes something a customer did: channel web, ordered on the
  /// web.
  private Audience asCustomers(Audience audience) {
    return MeasureQuestions.asCustomers(reading, audience);
  }

  private void fixed(String label, String words) {
    reading.chips.fixed(-1, "tool", label, words);
  }
}
