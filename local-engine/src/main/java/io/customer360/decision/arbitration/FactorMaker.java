package io.customer360.decision.arbitration;

import io.customer360.decision.action.ActionDefinition;
import io.customer360.decision.action.Adjustment;
import io.customer360.decision.rule.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Works out the five factors of an action for a customer and notes what each is made of.
///
/// Propensity is `base x (1 + sum of adjustments / 100)`, with a model the mean of that and its
/// score, times what people said to the action for like customers; between 0.01 and 0.95. Context
/// is `1 + sum / 100` of what holds now, at least 0. Value is the margin effect if accepted, at
/// least 0. Lever is `1 + percent / 100`. Risk is `1 - risk`.
final class FactorMaker {
  record Made(Factors factors, List<FactorNote> notes) {}

  private FactorMaker() {}

  static Made make(
      ActionDefinition action, Facts facts, Feedback feedback, FactorSwitches switches) {
    List<FactorNote> notes = new ArrayList<>();
    double propensity = propensity(action, facts, feedback, notes);
    double context = Math.max(0, 1 + sum(action.context(), facts, "context", notes) / 100);
    Optional<Double> amount = action.value().of(facts);
    double value = Math.max(0, amount.orElse(0.0));
    notes.add(new FactorNote("value", action.value().text(), plain(amount.orElse(0.0))));
    if (action.leverPercent() != 0) {
      notes.add(new FactorNote("lever", "business lever", percent(action.leverPercent())));
    }
    if (action.risk() > 0) {
      notes.add(new FactorNote("risk", "abuse or annoyance", percent(-100 * action.risk())));
    }
    Factors factors =
        Factors.of(propensity, context, value, 1 + action.leverPercent() / 100, 1 - action.risk());
    return new Made(factors.with(switches), notes);
  }

  private static double propensity(
      ActionDefinition action, Facts facts, Feedback feedback, List<FactorNote> notes) {
    double prior = action.acceptance().base();
    notes.add(new FactorNote("propensity", "prior", plain(prior)));
    double adjusted =
        prior
            * Math.max(0, 1 + sum(action.acceptance().adjust(), facts, "propensity", notes) / 100);
    String model = action.acceptance().model();
    Optional<Double> score = model.isEmpty() ? Optional.empty() : facts.number(model);
    double mixed = score.map(s -> (s + adjusted) / 2).orElse(adjusted);
    score.ifPresent(s -> notes.add(new FactorNote("propensity", model + " model", plain(s))));
    if (feedback.rejected() > 0) {
      notes.add(
          new FactorNote(
              "propensity",
              feedback.rejected()
                  + " rejected, "
                  + feedback.approved()
                  + " approved for like"
                  + " customers",
              "× " + plain(feedback.weight())));
    }
    return Math.min(0.95, Math.max(0.01, mixed * feedback.weight()));
  }

  private static double sum(
      List<Adjustment> adjustments, Facts facts, String factor, List<FactorNote> notes) {
    double sum = 0;
    for (Adjustment adjustment : adjustments) {
      if (adjustment.when().holds(facts)) {
        sum += adjustment.percent();
        notes.add(new FactorNote(factor, adjustment.why(), percent(adjustment.percent())));
      }
    }
    return sum;
  }

  private static String percent(double value) {
    return (value < 0 ? "−" : "+") + plain(Math.abs(value)) + " %";
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
