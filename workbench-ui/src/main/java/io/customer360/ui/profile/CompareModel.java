package io.customer360.ui.profile;

import io.customer360.identity.household.Household;
import io.customer360.profile.Neighbours;
import io.customer360.profile.Profile;
import io.customer360.profile.ProfileHit;
import io.customer360.profile.compare.Comparison;
import io.customer360.profile.compare.Comparisons;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One customer beside another who is looked for, or picked from those close to him.
final class CompareModel implements AutoCloseable {
  private static final int FOUND = 8;

  private final ProfileFaces faces;
  private final ZoneId zone;
  private final Latest<FoundPeople> peopleLane;
  private final Latest<Optional<Comparison>> comparisonLane;
  private final ReadOnlyObjectWrapper<Load<FoundPeople>> people =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<Optional<Comparison>>> comparison =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private ProfileModel.@Nullable Opened left;

  CompareModel(ProfileFaces faces, UiContext context) {
    this(faces, context.formats().zone(), context.jobs());
  }

  CompareModel(ProfileFaces faces, ZoneId zone, FxJobs jobs) {
    this.faces = faces;
    this.zone = zone;
    peopleLane =
        jobs.latest(
            Duration.ofMillis(60),
            value -> people.set(new Load.Ready<>(value)),
            fault -> people.set(new Load.Failed<>(fault)));
    comparisonLane =
        jobs.latest(
            value -> comparison.set(new Load.Ready<>(value)),
            fault -> comparison.set(new Load.Failed<>(fault)));
  }

  /// Whom to choose from.
  ReadOnlyObjectProperty<Load<FoundPeople>> people() {
    return people.getReadOnlyProperty();
  }

  /// Idle until somebody is chosen; empty inside when one of the two is gone.
  ReadOnlyObjectProperty<Load<Optional<Comparison>>> comparison() {
    return comparison.getReadOnlyProperty();
  }

  /// Begins with the customer on the left and nobody on the right.
  void start(ProfileModel.Opened opened) {
    left = opened;
    comparisonLane.cancel();
    comparison.set(Load.idle());
    search("");
  }

  /// Empty text offers the household and the neighbours in rank.
  void search(String text) {
    ProfileModel.Opened now = left;
    if (now == null) {
      return;
    }
    String sought = text.strip();
    people.set(people.get().reload());
    peopleLane.submit(progress -> sought.isEmpty() ? close(now) : found(now, sought));
  }

  private FoundPeople found(ProfileModel.Opened now, String sought) {
    List<ProfileHit> hits =
        faces.profiles().search(sought, FOUND + 1).stream()
            .filter(hit -> !hit.customerId().equals(now.customerId()))
            .limit(FOUND)
            .toList();
    return new FoundPeople(
        Messages.text("profile.find.results"),
        hits.size(),
        hits,
        hits.stream().map(ProfileHit::customerId).toList(),
        Map.of());
  }

  private FoundPeople close(ProfileModel.Opened now) {
    Map<String, String> notes = new LinkedHashMap<>();
    now.household()
        .map(Household::members)
        .orElse(List.of())
        .forEach(
            member ->
                notes.put(member.customerId(), Messages.text("profile.compare.same-household")));
    for (Neighbours rank : now.rank().stream().toList()) {
      for (String id : beside(rank)) {
        notes.putIfAbsent(id, Messages.text("profile.compare.next-in-rank"));
      }
    }
    notes.remove(now.customerId());
    List<String> ids = notes.keySet().stream().limit(FOUND).toList();
    return new FoundPeople(
        Messages.text("profile.compare.close"),
        ids.size(),
        faces.profiles().people(ids),
        ids,
        notes);
  }

  private static List<String> beside(Neighbours rank) {
    List<String> ids = new ArrayList<>();
    String previous = rank.previousId();
    String next = rank.nextId();
    if (previous != null) {
      ids.add(previous);
    }
    if (next != null) {
      ids.add(next);
    }
    return ids;
  }

  void choose(String customerId) {
    ProfileModel.Opened now = left;
    if (now == null) {
      return;
    }
    Profile one = now.profile();
    comparison.set(comparison.get().reload());
    comparisonLane.submit(
        progress ->
            faces
                .profiles()
                .profile(customerId)
                .map(
                    other ->
                        new Comparisons(zone, faces.segmentNames().get())
                            .of(one, other, ties(one, other))));
  }

  private List<String> ties(Profile one, Profile other) {
    return faces
        .households()
        .inWords(faces.households().path(one.header().customerId(), other.header().customerId()));
  }

  /// Back to looking for somebody.
  void again() {
    comparisonLane.cancel();
    comparison.set(Load.idle());
  }

  @Override
  public void close() {
    peopleLane.close();
    comparisonLane.close();
  }
}
