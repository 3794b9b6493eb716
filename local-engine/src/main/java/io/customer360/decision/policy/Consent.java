package io.customer360.decision.policy;

/// What a customer said about a purpose on a channel.
///
/// @param channel as in the consent data set: email sms phone post app
/// @param status yes, no, not_asked
/// @param since date of the word, blank if unknown
/// @param source who holds it: a source system, or `override` for a no given here
public record Consent(String purpose, String channel, String status, String since, String source) {}
