package io.customer360.studio.sql;

/// A part of the SQL that cannot be shown as a rule and stays SQL.
///
/// @param sql the part
/// @param why in a few words
public record Unshown(String sql, String why) {}
