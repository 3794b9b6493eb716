package io.customer360.ui.profile;

import io.customer360.profile.ProfileHit;
import java.util.List;
import java.util.Map;

/// A list of people to choose from.
///
/// @param title `Most at stake`, or what the list was called where it came from
/// @param total how many there are; may be more than `people`
/// @param ids the whole list, for previous and next
/// @param notes a word for some of them by id: `£741 at risk`
public record FoundPeople(
    String title,
    long total,
    List<ProfileHit> people,
    List<String> ids,
    Map<String, String> notes) {
  public FoundPeople {
    people = List.copyOf(people);
    ids = List.copyOf(ids);
    notes = Map.copyOf(notes);
  }
}
