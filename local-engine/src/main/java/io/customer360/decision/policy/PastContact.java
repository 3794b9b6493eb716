package io.customer360.decision.policy;

import java.time.Instant;

/// A contact that reached, or is on its way to, the customer; or a proposal a person rejected.
///
/// @param channel call email sms post push
/// @param actionId blank for messages that did not come from here
/// @param kind `sent`, `open` (proposed, approved or queued), `rejected`
public record PastContact(String channel, String actionId, String kind, Instant at) {}
