package io.customer360.sample;

/// A call or message to the service desk.
///
/// @param opened seconds
/// @param closed seconds, 0 while open
/// @param rating 1 to 5, 0 if not given
/// @param tone what the text really says: `bad`, `neutral` or `good`
/// @param order number of the order it is about, or empty
record Ticket(
    String id,
    long opened,
    long closed,
    String channel,
    String topic,
    String subject,
    String body,
    int rating,
    String tone,
    String order) {}
