package io.customer360.ui.profile;

import io.customer360.decision.Decisions;
import io.customer360.decision.arbitration.Decision;
import io.customer360.fault.WorkbenchException;
import io.customer360.identity.household.Households;
import io.customer360.model.Models;
import io.customer360.model.ScoreExplanation;
import io.customer360.outbox.ActionState;
import io.customer360.profile.Neighbours;
import io.customer360.profile.Profile;
import io.customer360.profile.Profiles;
import io.customer360.profile.ScoreView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the profile reads of the engine. Called off the screen's thread.
final class ProfileReads {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileReads.class);

  private final Profiles profiles;
  private final Models models;
  private final Decisions decisions;
  private final Households households;
  private final Supplier<Map<String, String>> segmentNames;

  ProfileReads(ProfileFaces faces) {
    this.profiles = faces.profiles();
    this.models = faces.models();
    this.decisions = faces.decisions();
    this.households = faces.households();
    this.segmentNames = faces.segmentNames();
  }

  /// The customer, and the place in the list he was picked from; empty when nobody has that id.
  Optional<ProfileModel.Opened> opened(String id, List<String> within) {
    return profiles.profile(id).map(profile -> read(profile, within));
  }

  private ProfileModel.Opened read(Profile profile, List<String> within) {
    String id = profile.header().customerId();
    Map<String, ScoreExplanation> reasons = new LinkedHashMap<>();
    for (ScoreView score : profile.scores()) {
      explain(id, score).ifPresent(reason -> reasons.put(score.model(), reason));
    }
    Optional<Neighbours> rank = profiles.neighbours(id);
    Optional<Neighbours> place = within.contains(id) ? Optional.of(place(id, within)) : rank;
    return new ProfileModel.Opened(
        profile,
        new Course(profiles.weeks(id), profiles.journey(id), profiles.scoreHistory(id)),
        households.of(id),
        place,
        rank,
        reasons,
        segmentNames.get());
  }

  /// A score that cannot be explained anew, for instance because the lake was refreshed by an older
  /// version, keeps the reasons stored with it.
  private Optional<ScoreExplanation> explain(String id, ScoreView score) {
    try {
      return models.explain(id, score.model());
    } catch (WorkbenchException failure) {
      LOG.warn("No fresh reasons for the {} score of {}", score.model(), id, failure);
      return Optional.empty();
    }
  }

  private static Neighbours place(String id, List<String> within) {
    int at = within.indexOf(id);
    return new Neighbours(
        "",
        at + 1L,
        within.size(),
        at > 0 ? within.get(at - 1) : null,
        at + 1 < within.size() ? within.get(at + 1) : null);
  }

  NextAction next(String id) {
    Optional<Decision> waiting =
        decisions.latestFor(id).filter(decision -> waits(decision.id())).stream().findFirst();
    return waiting
        .map(decision -> new NextAction(decision, true))
        .orElseGet(() -> new NextAction(decisions.preview(id), false));
  }

  private boolean waits(String decisionId) {
    return decisions
        .detail(decisionId)
        .map(detail -> detail.summary().state())
        .filter(state -> state == ActionState.PROPOSED || state == ActionState.APPROVED)
        .isPresent();
  }
}
