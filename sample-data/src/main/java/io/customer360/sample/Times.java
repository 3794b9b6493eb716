package io.customer360.sample;

/// Times as the source systems write them, from seconds since 1970 in UTC. Done with whole numbers
/// because it happens tens of millions of times.
final class Times {
  static final long DAY = 86_400;
  static final long HOUR = 3_600;

  private Times() {}

  /// Seconds at midnight UTC of a date.
  static long at(int year, int month, int day) {
    return epochDay(year, month, day) * DAY;
  }

  /// Seconds of a UTC date and time.
  static long at(int year, int month, int day, int hour, int minute) {
    return at(year, month, day) + hour * HOUR + minute * 60L;
  }

  static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /// Year, month and day of an epoch day, packed as year * 10000 + month * 100 + day.
  static int date(long epochDay) {
    long z = epochDay + 719_468;
    long era = Math.floorDiv(z, 146_097L);
    int dayOfEra = (int) (z - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    return year * 10_000 + month * 100 + day;
  }

  static int month(long seconds) {
    return date(Math.floorDiv(seconds, DAY)) / 100 % 100;
  }

  static int year(long seconds) {
    return date(Math.floorDiv(seconds, DAY)) / 10_000;
  }

  /// 0 Monday to 6 Sunday.
  static int weekday(long seconds) {
    return (int) Math.floorMod(Math.floorDiv(seconds, DAY) + 3, 7L);
  }

  /// Seconds to add to UTC for the clock in London: an hour from the last Sunday of March to the
  /// last Sunday of October, changing at 01:00 UTC.
  static long london(long seconds) {
    int year = year(seconds);
    return seconds >= lastSunday(year, 3) + HOUR && seconds < lastSunday(year, 10) + HOUR
        ? HOUR
        : 0;
  }

  /// UTC seconds of a time shown by the clock in London.
  static long fromLondon(long shown) {
    return shown - london(shown - HOUR);
  }

  private static long lastSunday(int year, int month) {
    long last = at(year, month, 31);
    return last - ((weekday(last) + 1) % 7) * DAY;
  }

  /// `2026-11-20`.
  static Text isoDate(Text text, long seconds) {
    int date = date(Math.floorDiv(seconds, DAY));
    return text.pad(date / 10_000, 4).add('-').pad(date / 100 % 100, 2).add('-').pad(date % 100, 2);
  }

  /// `20/11/2026`.
  static Text britishDate(Text text, long seconds) {
    int date = date(Math.floorDiv(seconds, DAY));
    return text.pad(date % 100, 2).add('/').pad(date / 100 % 100, 2).add('/').pad(date / 10_000, 4);
  }

  /// `2026-11-20 09:40:00`, whatever the zone of the seconds given.
  static Text dateTime(Text text, long seconds, char between) {
    isoDate(text, seconds).add(between);
    int rest = (int) Math.floorMod(seconds, DAY);
    return text.pad(rest / 3_600, 2).add(':').pad(rest / 60 % 60, 2).add(':').pad(rest % 60, 2);
  }

  /// `2026-11-20T09:40:00Z`.
  static Text instant(Text text, long seconds) {
    return dateTime(text, seconds, 'T').add('Z');
  }

  /// `2026-07-20T10:40:00+01:00`, as the clock in London shows it.
  static Text offset(Text text, long seconds) {
    long shift = london(seconds);
    return dateTime(text, seconds + shift, 'T').add(shift == 0 ? "+00:00" : "+01:00");
  }

  /// `2026-11-20 09:40:00` on the clock in London, without saying so.
  static Text local(Text text, long seconds) {
    return dateTime(text, seconds + london(seconds), ' ');
  }
}
