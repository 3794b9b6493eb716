package io.customer360.ui.option;

import io.customer360.decision.arbitration.Factors;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.ui.control.FactorBars;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// The product behind an option's priority as bars, each beside the highest among its rivals.
public final class OptionFactors {
  private OptionFactors() {}

  /// @param all the options it is compared with, itself among them
  /// @param chosen its bars are blue, the others' grey
  public static FactorBars of(
      RankedOption option, List<RankedOption> all, Formats formats, boolean chosen) {
    Factors f = option.factors();
    return new FactorBars(
        List.of(
            factor("propensity", score(formats, f.propensity()), f, all, Factors::propensity),
            factor("context", score(formats, f.context()), f, all, Factors::context),
            factor("value", formats.money(f.value()), f, all, Factors::value),
            factor("lever", score(formats, f.lever()), f, all, Factors::lever),
            factor("risk", score(formats, f.risk()), f, all, Factors::risk)),
        formats.number(option.priority().doubleValue(), 2),
        chosen);
  }

  private static String score(Formats formats, BigDecimal factor) {
    return formats.score(factor.doubleValue());
  }

  private static FactorBars.Factor factor(
      String key,
      String text,
      Factors own,
      List<RankedOption> all,
      Function<Factors, BigDecimal> value) {
    double highest =
        all.stream().mapToDouble(o -> value.apply(o.factors()).doubleValue()).max().orElse(1);
    double share = highest <= 0 ? 0 : value.apply(own).doubleValue() / highest;
    return new FactorBars.Factor(Messages.text("decision.factor." + key), text, share, true);
  }
}
