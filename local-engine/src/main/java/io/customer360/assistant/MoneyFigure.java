package io.customer360.assistant;

import java.math.BigDecimal;

/// An amount that stands beside a finding.
///
/// @param currency ISO 4217 code
/// @param kind what sort of money: `expected margin at stake`, `refund exposure`
/// @param text ready to print: `£61,840`
public record MoneyFigure(BigDecimal amount, String currency, String kind, String text) {}
