package io.customer360.ui.profile;

import io.customer360.decision.Decisions;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.QueueFilter;
import io.customer360.identity.household.Household;
import io.customer360.model.ScoreExplanation;
import io.customer360.profile.Neighbours;
import io.customer360.profile.Profile;
import io.customer360.profile.Profiles;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.timeline.TimelineEntry;
import io.customer360.profile.timeline.TimelineFilter;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whom the screen shows, and what is known of him. All reads happen off the screen's thread.
public final class ProfileModel implements AutoCloseable {
  /// How many events the timeline lists; the strip above it counts all of the year.
  static final int EVENTS = 2_000;

  /// How many people of a list are shown.
  static final int PEOPLE = 200;

  private static final int FOUND = 30;
  private static final int STARTERS = 12;

  /// One customer.
  ///
  /// @param place where he stands among his like, or in the list he was picked from
  /// @param reasons the explained scores by model
  /// @param household with whom he lives or pays; empty for somebody on his own
  public record Opened(
      Profile profile,
      Course course,
      Optional<Household> household,
      Optional<Neighbours> place,
      Optional<Neighbours> rank,
      Map<String, ScoreExplanation> reasons,
      Map<String, String> segmentNames) {
    public String customerId() {
      return profile.header().customerId();
    }
  }

  private final Profiles profiles;
  private final Decisions decisions;
  private final ProfileReads reads;
  private final Latest<Optional<Opened>> openedLane;
  private final Latest<List<TimelineEntry>> timelineLane;
  private final Latest<NextAction> actionLane;
  private final Latest<FoundPeople> peopleLane;
  private final Latest<Optional<UnifiedContext>> pastLane;
  private final ReadOnlyObjectWrapper<String> customer = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyObjectWrapper<Load<Optional<Opened>>> opened =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<List<TimelineEntry>>> timeline =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<NextAction>> action =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<FoundPeople>> people =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<TimelineFilter> filter =
      new ReadOnlyObjectWrapper<>(TimelineFilter.ALL);
  private final ReadOnlyObjectWrapper<Load<Optional<UnifiedContext>>> past =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private @Nullable Instant pastEnd;
  private List<String> among = List.of();
  private String listTitle = "";
  private List<String> list = List.of();
  private String sought = "";

  public ProfileModel(ProfileFaces faces, FxJobs jobs) {
    this.profiles = faces.profiles();
    this.reads = new ProfileReads(faces);
    this.decisions = faces.decisions();
    openedLane =
        jobs.latest(
            value -> opened.set(new Load.Ready<>(value)),
            fault -> opened.set(new Load.Failed<>(fault)));
    timelineLane =
        jobs.latest(
            Duration.ofMillis(60),
            value -> timeline.set(new Load.Ready<>(value)),
            fault -> timeline.set(new Load.Failed<>(fault)));
    actionLane =
        jobs.latest(
            value -> action.set(new Load.Ready<>(value)),
            fault -> action.set(new Load.Failed<>(fault)));
    pastLane =
        jobs.latest(
            value -> past.set(new Load.Ready<>(value)),
            fault -> past.set(new Load.Failed<>(fault)));
    peopleLane =
        jobs.latest(
            Duration.ofMillis(60),
            value -> people.set(new Load.Ready<>(value)),
            fault -> people.set(new Load.Failed<>(fault)));
  }

  /// The id of the customer on the screen, empty while somebody is looked for.
  public ReadOnlyObjectProperty<String> customer() {
    return customer.getReadOnlyProperty();
  }

  /// Empty inside when nobody has that id.
  public ReadOnlyObjectProperty<Load<Optional<Opened>>> opened() {
    return opened.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<List<TimelineEntry>>> timeline() {
    return timeline.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<NextAction>> action() {
    return action.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<FoundPeople>> people() {
    return people.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<TimelineFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /// The customer as of the day chosen by [#lookBack]; idle while today is looked at.
  public ReadOnlyObjectProperty<Load<Optional<UnifiedContext>>> past() {
    return past.getReadOnlyProperty();
  }

  /// Looks at the customers as of the end of a day.
  ///
  /// @param end the first moment after it; null for today
  public void lookBack(@Nullable Instant end) {
    if (!Objects.equals(end, pastEnd)) {
      pastEnd = end;
      if (customer.get().isEmpty()) {
        past.set(Load.idle());
      } else {
        readPast();
        readTimeline();
      }
    }
  }

  private void readPast() {
    Instant end = pastEnd;
    if (end == null) {
      pastLane.cancel();
      past.set(Load.idle());
      return;
    }
    String id = customer.get();
    past.set(past.get().reload());
    pastLane.submit(progress -> profiles.context(id, end.minusMillis(1)));
  }

  /// The filter with the day looked at as its end.
  private TimelineFilter bounded(TimelineFilter wanted) {
    Instant end = pastEnd;
    Instant until = wanted.until();
    return end == null || (until != null && until.isBefore(end))
        ? wanted
        : wanted.between(wanted.from(), end);
  }

  /// The customer on the screen, once read.
  public Optional<Opened> current() {
    Optional<Opened> value = opened.get().value();
    return value == null ? Optional.empty() : value;
  }

  /// Shows a customer; `within` is the list for previous and next, empty for his like.
  public void open(String customerId, List<String> within) {
    among = List.copyOf(within);
    boolean other = !customerId.equals(customer.get());
    customer.set(customerId);
    if (other) {
      filter.set(TimelineFilter.ALL);
      action.set(Load.idle());
    }
    reload();
  }

  /// Reads the customer on the screen anew.
  public void reload() {
    String id = customer.get();
    if (id.isEmpty()) {
      return;
    }
    List<String> within = among;
    opened.set(opened.get().reload());
    openedLane.submit(progress -> reads.opened(id, within));
    action.set(action.get().reload());
    actionLane.submit(progress -> reads.next(id));
    readPast();
    readTimeline();
  }

  public void filter(TimelineFilter next) {
    if (!next.equals(filter.get())) {
      filter.set(next);
      readTimeline();
    }
  }

  private void readTimeline() {
    String id = customer.get();
    TimelineFilter now = bounded(filter.get());
    timeline.set(timeline.get().reload());
    timelineLane.submit(progress -> profiles.timeline(id, now, EVENTS));
  }

  /// The previous (-1) or next (1) of the list; false at its end.
  public boolean move(int by) {
    Optional<String> id =
        current().flatMap(Opened::place).map(place -> by < 0 ? place.previousId() : place.nextId());
    id.ifPresent(other -> open(other, among));
    return id.isPresent();
  }

  /// Back to looking for somebody.
  public void find() {
    customer.set("");
    readPeople();
  }

  /// A list of people under a title, to choose from.
  public void list(String title, List<String> customerIds) {
    listTitle = title;
    list = List.copyOf(customerIds);
    sought = "";
    customer.set("");
    readPeople();
  }

  /// Whether a list was handed over, rather than the usual start.
  public boolean listed() {
    return !list.isEmpty();
  }

  public void search(String text) {
    String wanted = text.strip();
    if (!wanted.equals(sought)) {
      sought = wanted;
      readPeople();
    }
  }

  public String sought() {
    return sought;
  }

  private void readPeople() {
    String text = sought;
    String title = listTitle;
    List<String> ids = list;
    people.set(people.get().reload());
    peopleLane.submit(
        progress -> {
          if (!text.isEmpty()) {
            var hits = profiles.search(text, FOUND);
            return new FoundPeople(
                Messages.text("profile.find.results"),
                hits.size(),
                hits,
                hits.stream().map(hit -> hit.customerId()).toList(),
                Map.of());
          }
          return ids.isEmpty()
              ? starters()
              : new FoundPeople(
                  title,
                  ids.size(),
                  profiles.people(ids.subList(0, Math.min(PEOPLE, ids.size()))),
                  ids,
                  Map.of());
        });
  }

  /// The customers with most at stake among those who wait for a decision.
  private FoundPeople starters() {
    Map<String, String> notes = new LinkedHashMap<>();
    for (ProposalSummary row : decisions.queue(QueueFilter.ALL)) {
      if (row.members() == 1 && notes.size() < STARTERS) {
        notes.putIfAbsent(
            row.customerId(), Messages.text("profile.find.at-risk", row.valueAtRiskText()));
      }
    }
    List<String> ids = new ArrayList<>(notes.keySet());
    return new FoundPeople(
        Messages.text("profile.find.starters"), ids.size(), profiles.people(ids), ids, notes);
  }

  @Override
  public void close() {
    openedLane.close();
    timelineLane.close();
    actionLane.close();
    peopleLane.close();
    pastLane.close();
  }
}
