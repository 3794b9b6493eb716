package io.customer360.identity.cluster;

import io.customer360.identity.group.UnionFind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Splits the records that share one identifier into people by their names. Full names find each
/// other first; an initial or a missing name joins only where exactly one person is possible, so
/// that a nameless record never ties two people together.
final class NameClasses {
  /// The class of a record that fits nobody or more than one.
  static final int NONE = -1;

  private final NameMatcher matcher;
  private final boolean nameRequired;

  /// With `nameRequired` both names must be there and agree (a phone is shared in a home);
  /// otherwise they must not contradict (an e-mail address or a card is one person's unless the
  /// names say otherwise).
  NameClasses(NameMatcher matcher, boolean nameRequired) {
    this.matcher = matcher;
    this.nameRequired = nameRequired;
  }

  /// Class numbers from 0 by record, [#NONE] where ambiguous, and how many people there are.
  Split split(List<PersonName> names) {
    PersonName first = names.getFirst();
    if (full(first) && !first.last().isEmpty() && names.stream().allMatch(first::equals)) {
      return new Split(new int[names.size()], 1);
    }
    Map<PersonName, Integer> codes = new HashMap<>();
    int[] codeOf = new int[names.size()];
    List<PersonName> distinct = new ArrayList<>();
    for (int i = 0; i < codeOf.length; i++) {
      PersonName name = names.get(i);
      Integer code = codes.putIfAbsent(name, distinct.size());
      if (code == null) {
        codeOf[i] = distinct.size();
        distinct.add(name);
      } else {
        codeOf[i] = code;
      }
    }
    int[] classes = classes(distinct);
    int people = (int) Arrays.stream(classes).filter(c -> c >= 0).distinct().count();
    int[] result = new int[codeOf.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = classes[codeOf[i]];
    }
    return new Split(result, people);
  }

  private int[] classes(List<PersonName> names) {
    int n = names.size();
    UnionFind sets = new UnionFind(n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (full(names.get(i)) && full(names.get(j)) && agree(names.get(i), names.get(j))) {
          sets.union(i, j);
        }
      }
    }
    int[] result = new int[n];
    for (int i = 0; i < n; i++) {
      result[i] = full(names.get(i)) ? sets.find(i) : NONE;
    }
    placeInitials(names, result, sets);
    placeNameless(names, result);
    return result;
  }

  private void placeInitials(List<PersonName> names, int[] result, UnionFind sets) {
    int n = names.size();
    int[] placed = result.clone();
    for (int i = 0; i < n; i++) {
      PersonName name = names.get(i);
      if (!name.isInitial()) {
        continue;
      }
      int only = NONE;
      boolean several = false;
      for (int j = 0; j < n; j++) {
        if (result[j] >= 0 && agree(name, names.get(j))) {
          several |= only >= 0 && only != result[j];
          only = result[j];
        }
      }
      placed[i] = several ? NONE : only >= 0 ? only : i;
    }
    // initials nobody claimed find each other: "n okafor" in two systems is one unknown person here
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (placed[i] == i
            && names.get(i).isInitial()
            && names.get(j).isInitial()
            && placed[j] == j
            && agree(names.get(i), names.get(j))) {
          sets.union(i, j);
          placed[j] = sets.find(i);
        }
      }
    }
    System.arraycopy(placed, 0, result, 0, n);
  }

  private void placeNameless(List<PersonName> names, int[] result) {
    int[] people = Arrays.stream(result).filter(c -> c >= 0).distinct().toArray();
    for (int i = 0; i < result.length; i++) {
      PersonName name = names.get(i);
      if (name.hasFirst() || nameRequired) {
        continue;
      }
      if (people.length == 0) {
        result[i] = name.isEmpty() ? 0 : i;
      } else if (people.length == 1) {
        result[i] = people[0];
      }
    }
  }

  private boolean full(PersonName name) {
    return name.hasFirst() && !name.isInitial();
  }

  private boolean agree(PersonName a, PersonName b) {
    return nameRequired ? matcher.same(a, b) : matcher.compatible(a, b);
  }

  /// `classOf[i]` is the person of record `i`; equal numbers are one person.
  @SuppressWarnings("ArrayRecordComponent") // a hand-over inside the package, never compared
  record Split(int[] classOf, int people) {}
}
