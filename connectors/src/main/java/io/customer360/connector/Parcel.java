package io.customer360.connector;

/// What is to be delivered.
///
/// @param key stable over all attempts: the `webhook-id`, the file's name
/// @param type the event's type, `action.executed`
/// @param body the exact bytes to send, as JSON text
public record Parcel(String key, String type, String body) {}
