package io.customer360.profile.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everybody, searchable, in memory: about 120 bytes a person. Immutable; safe for any thread.
public final class SearchIndex {
  private static final Pattern ID = Pattern.compile("[cC][- ]?(\\d{1,9})|(\\d{1,9})");
  private static final Pattern PHONE = Pattern.compile("[+(]?[\\d ()./-]{3,24}");
  private static final int WIDE = 20_000;

  /// A found person: `number` of the customer id, what matched, how well.
  public record Found(int number, String field, double score) {}

  private final int[] numbers;
  private final byte[] standing;
  private final byte[] nameLength;
  private final WordIndex names;
  private final SortedTexts emails;
  private final SortedTexts phones;
  private final SortedTexts phonesReversed;
  private final SortedTexts postcodes;
  private final AtomicReference<int[]> scratch = new AtomicReference<>();

  /// `numbers` ascending; `standing` 0..255 orders people who match alike, `nameLength` is how many
  /// words the name has. Phones are national, digits only.
  SearchIndex(
      int[] numbers,
      byte[] standing,
      byte[] nameLength,
      WordIndex names,
      SortedTexts emails,
      SortedTexts phones,
      SortedTexts phonesReversed,
      SortedTexts postcodes) {
    this.numbers = numbers;
    this.standing = standing;
    this.nameLength = nameLength;
    this.names = names;
    this.emails = emails;
    this.phones = phones;
    this.phonesReversed = phonesReversed;
    this.postcodes = postcodes;
  }

  int size() {
    return numbers.length;
  }

  long bytes() {
    return 6L * numbers.length
        + names.bytes()
        + emails.bytes()
        + phones.bytes()
        + phonesReversed.bytes()
        + postcodes.bytes();
  }

  public List<Found> search(String text, int limit) {
    String query = text.strip();
    if (query.isEmpty() || limit <= 0) {
      return List.of();
    }
    Map<Integer, Found> best = new HashMap<>();
    byId(query, best, limit);
    byPhone(query, best, limit);
    byEmail(query, best, limit);
    byPostcode(query, best, limit);
    byName(query, best, limit);
    return top(best.values(), limit);
  }

  private static List<Found> top(Collection<Found> found, int limit) {
    List<Found> sorted = new ArrayList<>(found);
    sorted.sort(
        (a, b) ->
            a.score() != b.score()
                ? Double.compare(b.score(), a.score())
                : Integer.compare(a.number(), b.number()));
    return sorted.subList(0, Math.min(limit, sorted.size()));
  }

  private void offer(Map<Integer, Found> best, int person, String field, double score) {
    double whole = score + 0.04 * (standing[person] & 0xff) / 255.0;
    best.merge(
        person, new Found(numbers[person], field, whole), (a, b) -> b.score() > a.score() ? b : a);
  }

  private void byId(String query, Map<Integer, Found> best, int limit) {
    Matcher matcher = ID.matcher(query);
    if (!matcher.matches()) {
      return;
    }
    boolean marked = matcher.group(1) != null;
    String digits = marked ? matcher.group(1) : matcher.group(2);
    int number = Integer.parseInt(digits);
    int exact = Arrays.binarySearch(numbers, number);
    if (exact >= 0) {
      offer(best, exact, "id", marked ? 2 : 1.5);
    }
    // "C-0047" is the beginning of C-004700 to C-004799, "47" that of 470 to 479, 4700 and so on
    long low = number;
    long high = number;
    int room = marked ? Math.max(0, 6 - digits.length()) : 9 - digits.length();
    for (int i = 1; i <= room && best.size() < limit && number > 0; i++) {
      low *= 10;
      high = high * 10 + 9;
      if (marked && i < room) {
        continue;
      }
      int at = position(low);
      for (int n = 0; at < numbers.length && numbers[at] <= high && n < limit; n++) {
        offer(best, at++, "id", marked ? 1.2 : 0.5);
      }
    }
  }

  private int position(long number) {
    int at = Arrays.binarySearch(numbers, (int) Math.min(number, Integer.MAX_VALUE));
    return at >= 0 ? at : -at - 1;
  }

  private void byPhone(String query, Map<Integer, Found> best, int limit) {
    if (!PHONE.matcher(query).matches()) {
      return;
    }
    String digits = query.replaceAll("\\D", "");
    String national = PhoneDigits.national(query);
    if (digits.length() < 3) {
      return;
    }
    range(phones, national, "phone", national.length() >= 9 ? 1.4 : 0.9, best, limit);
    if (digits.length() >= 4) {
      String reversed = new StringBuilder(digits).reverse().toString();
      range(phonesReversed, reversed, "phone", 0.85, best, limit);
    }
  }

  private void byEmail(String query, Map<Integer, Found> best, int limit) {
    String sought = query.toLowerCase(Locale.ROOT);
    if (sought.indexOf(' ') >= 0 || sought.length() < 2) {
      return;
    }
    range(emails, sought, "e-mail", sought.indexOf('@') > 0 ? 1.3 : 0.72, best, limit);
  }

  private void byPostcode(String query, Map<Integer, Found> best, int limit) {
    String sought = query.replace(" ", "").toUpperCase(Locale.ROOT);
    if (sought.length() < 2
        || sought.length() > 10
        || sought.chars().noneMatch(Character::isDigit)) {
      return;
    }
    range(postcodes, sought, "postcode", sought.length() >= 5 ? 1.0 : 0.6, best, limit);
  }

  /// Offers those of a range that are shortest (nearest to what was typed) or stand highest.
  private void range(
      SortedTexts texts,
      String prefix,
      String field,
      double score,
      Map<Integer, Found> best,
      int limit) {
    int from = texts.from(prefix);
    int until = Math.min(texts.until(prefix), from + WIDE);
    Map<Integer, Found> found = new HashMap<>();
    for (int i = from; i < until; i++) {
      double whole = texts.length(i) == prefix.length() ? score + 0.3 : score;
      offer(found, texts.owner(i), field, whole);
      if (found.size() > 4 * limit + 64) {
        List<Found> kept = top(found.values(), limit);
        found.values().retainAll(kept);
      }
    }
    for (var entry : found.entrySet()) {
      best.merge(entry.getKey(), entry.getValue(), (a, b) -> b.score() > a.score() ? b : a);
    }
  }

  private void byName(String query, Map<Integer, Found> best, int limit) {
    int at = query.indexOf('@');
    List<String> words = Folding.words(at > 0 ? query.substring(0, at) : query);
    if (words.isEmpty() || words.size() > 7) {
      return;
    }
    List<Hit> hits = named(words, false, limit);
    if (hits.size() < limit) {
      hits = named(words, true, limit);
    }
    for (Hit hit : hits) {
      offer(best, hit.person(), "name", at > 0 ? hit.score() * 0.9 : hit.score());
    }
  }

  private record Hit(int person, double score, double rank) {}

  /// People whose names hold every word, best first. One int per person is the working memory: the
  /// words matched so far in the low byte, their summed weight above.
  private List<Hit> named(List<String> words, boolean forgiving, int limit) {
    int[] state = borrow();
    int[] touched = new int[1 << 10];
    int count = 0;
    for (int w = 0; w < words.size(); w++) {
      int needed = (1 << w) - 1;
      int bit = 1 << w;
      for (WordIndex.Fit fit : fits(words.get(w), forgiving)) {
        int weight = Math.round(fit.weight() * 1000) << 8;
        for (int i = names.from(fit.word()); i < names.until(fit.word()); i++) {
          int person = names.person(i);
          int now = state[person];
          if ((now & 0xff) != needed) {
            continue; // an earlier word is missing, or a better fit was counted already
          }
          if (now == 0) {
            if (count == touched.length) {
              touched = Arrays.copyOf(touched, count * 2);
            }
            touched[count++] = person;
          }
          state[person] = (now | bit) + weight;
        }
      }
    }
    int all = (1 << words.size()) - 1;
    PriorityQueue<Hit> queue = new PriorityQueue<>((a, b) -> order(b, a));
    for (int i = 0; i < count; i++) {
      int person = touched[i];
      int now = state[person];
      state[person] = 0;
      if ((now & 0xff) == all) {
        double score = (now >>> 8) / 1000.0 / words.size();
        score += 0.08 * Math.min(1, (double) words.size() / Math.max(1, nameLength[person]));
        double rank = score + 0.04 * (standing[person] & 0xff) / 255.0;
        Hit last = queue.peek();
        if (queue.size() < limit || last == null || rank >= last.rank()) {
          queue.add(new Hit(person, score, rank));
          if (queue.size() > limit) {
            queue.poll();
          }
        }
      }
    }
    scratch.set(state);
    List<Hit> hits = new ArrayList<>(queue);
    hits.sort(SearchIndex::order);
    return hits;
  }

  private static int order(Hit a, Hit b) {
    return a.rank() != b.rank()
        ? Double.compare(b.rank(), a.rank())
        : Integer.compare(a.person(), b.person());
  }

  private List<WordIndex.Fit> fits(String word, boolean forgiving) {
    List<WordIndex.Fit> fits = names.startingWith(word);
    if (forgiving) {
      fits.addAll(names.resembling(word));
    }
    return fits;
  }

  private int[] borrow() {
    int[] kept = scratch.getAndSet(null);
    return kept == null ? new int[numbers.length] : kept;
  }
}
