package io.customer360.app.doctor;

/// One thing looked at.
///
/// @param subject what was looked at: `JDK`
/// @param verdict whether it is as needed
/// @param fact what was found, with numbers
/// @param advice what to do; empty when there is nothing to do
public record Finding(String subject, Verdict verdict, String fact, String advice) {
  /// How a finding stands.
  public enum Verdict {
    /// As needed.
    OK,
    /// Works, with something missing that is not needed.
    NOTE,
    /// Something will not work.
    PROBLEM
  }

  static Finding ok(String subject, String fact) {
    return new Finding(subject, Verdict.OK, fact, "");
  }

  static Finding note(String subject, String fact, String advice) {
    return new Finding(subject, Verdict.NOTE, fact, advice);
  }

  static Finding problem(String subject, String fact, String advice) {
    return new Finding(subject, Verdict.PROBLEM, fact, advice);
  }
}
