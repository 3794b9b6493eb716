package io.customer360.identity.standard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Short forms of first names, from `nicknames.txt` (`formal: short short ...`, folded). A short
/// form may belong to several formal names; two names agree when they share a formal name.
public final class Nicknames {
  private final Map<String, Set<String>> formalOf = new HashMap<>();

  public Nicknames() {
    InputStream text =
        Objects.requireNonNull(
            Nicknames.class.getResourceAsStream("nicknames.txt"), "nicknames.txt is missing");
    try (var lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          String formal = line.substring(0, colon).strip();
          formalOf.computeIfAbsent(formal, name -> new HashSet<>()).add(formal);
          for (String shortForm : line.substring(colon + 1).strip().split(" +", -1)) {
            formalOf.computeIfAbsent(shortForm, name -> new HashSet<>()).add(formal);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether two folded first names can be the same name, one of them or both in a short form.
  public boolean agree(String a, String b) {
    Set<String> ofA = formalOf.get(a);
    Set<String> ofB = formalOf.get(b);
    if (ofA == null || ofB == null) {
      return false;
    }
    for (String formal : ofA) {
      if (ofB.contains(formal)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a folded word is a first name or a short form that the list knows.
  public boolean knows(String word) {
    return formalOf.containsKey(word);
  }
}
