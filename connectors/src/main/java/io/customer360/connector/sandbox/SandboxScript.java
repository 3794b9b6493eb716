package io.customer360.connector.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.CRC32;

/// A receiver's character: of a hundred parcels, how many meet trouble at their first arrival. The
/// same parcel always meets the same trouble; from its second arrival on it is taken, except that a
/// bounce stays a bounce.
///
/// @param busy per cent answered 429
/// @param faulty per cent answered 500
/// @param cut per cent taken and cut off before the answer
/// @param bounce per cent whose person cannot be reached
public record SandboxScript(int busy, int faulty, int cut, int bounce) {
  /// Takes everything.
  public static final SandboxScript KIND = new SandboxScript(0, 0, 0, 0);

  /// What real targets do on a bad day.
  public static final SandboxScript LIFELIKE = new SandboxScript(1, 3, 2, 2);

  public SandboxScript {
    if (busy < 0 || faulty < 0 || cut < 0 || bounce < 0 || busy + faulty + cut + bounce > 100) {
      throw new IllegalArgumentException("shares are per cent and add up to at most 100");
    }
  }

  /// The mood for each arrival.
  public Function<String, Mood> moods() {
    Map<String, Boolean> met = new ConcurrentHashMap<>();
    return id -> {
      Mood first = fate(id);
      boolean again = met.putIfAbsent(id, true) != null;
      return again && first != Mood.BOUNCE ? Mood.OK : first;
    };
  }

  private Mood fate(String id) {
    CRC32 hash = new CRC32();
    hash.update(id.getBytes(StandardCharsets.UTF_8));
    int draw = (int) (hash.getValue() % 100);
    if (draw < busy) {
      return Mood.BUSY;
    }
    if (draw < busy + faulty) {
      return Mood.FAULTY;
    }
    if (draw < busy + faulty + cut) {
      return Mood.CUT;
    }
    return draw < busy + faulty + cut + bounce ? Mood.BOUNCE : Mood.OK;
  }
}
