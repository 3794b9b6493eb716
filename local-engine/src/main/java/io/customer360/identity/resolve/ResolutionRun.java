package io.customer360.identity.resolve;

/// What one run of resolution did. The groups count customers.
///
/// @param records in all sources
/// @param fresh records nobody knew; 0 when everybody was resolved, like `changed` and `gone`
/// @param changed records that were not as they had been
/// @param gone records that were in no source any more
/// @param reached records that were resolved
/// @param created customers none of whose records were known
/// @param joined customers that were several before
/// @param grown customers that were one before and have more records now
/// @param split customers before that are several now
/// @param seconds of resolving: reading, matching, numbering, golden values
/// @param fullSeconds of the last run that resolved everybody, 0 when none is known
public record ResolutionRun(
    Kind kind,
    long records,
    long fresh,
    long changed,
    long gone,
    long reached,
    long created,
    long joined,
    long grown,
    long split,
    double seconds,
    double fullSeconds) {
  /// Whom it resolved and by what.
  public enum Kind {
    /// Everybody, by a model that was learned on them.
    LEARNED,
    /// Everybody, by the model in force.
    ALL,
    /// Those whom changed records and new judgements reach, by the model in force.
    REACHED
  }

  ResolutionRun plus(double more) {
    return new ResolutionRun(
        kind,
        records,
        fresh,
        changed,
        gone,
        reached,
        created,
        joined,
        grown,
        split,
        seconds + more,
        fullSeconds);
  }
}
