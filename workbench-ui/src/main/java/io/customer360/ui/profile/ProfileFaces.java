package io.customer360.ui.profile;

import io.customer360.decision.Decisions;
import io.customer360.identity.household.Households;
import io.customer360.model.Models;
import io.customer360.profile.Profiles;
import io.customer360.profile.share.Personas;
import java.util.Map;
import java.util.function.Supplier;

/// What the profile screen needs of the engine.
///
/// @param workspace its name, for what is handed over
/// @param segmentNames the segments' names by id, read off the screen's thread
public record ProfileFaces(
    Profiles profiles,
    Models models,
    Decisions decisions,
    Households households,
    Personas personas,
    String workspace,
    Supplier<Map<String, String>> segmentNames) {}
