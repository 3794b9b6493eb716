package io.customer360.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// What makes a model the model it is, as one SHA-256: the data, the settings, the seed, and every
/// number it scores with. Not the moment it was trained, nor how long that took.
final class ModelHash {
  private final MessageDigest digest;

  ModelHash() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  ModelHash add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add((long) bytes.length);
    digest.update(bytes);
    return this;
  }

  ModelHash add(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      digest.update((byte) (value >>> shift));
    }
    return this;
  }

  ModelHash add(double value) {
    return add(Double.doubleToLongBits(value == 0 ? 0.0 : value));
  }

  ModelHash add(double[] values) {
    add((long) values.length);
    for (double value : values) {
      add(value);
    }
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(Table table) {
    ModelHash hash = new ModelHash();
    for (int c = 0; c < table.names().length; c++) {
      hash.add(table.names()[c]).add(table.values()[c]);
    }
    for (boolean label : table.labels()) {
      hash.add(label ? 1L : 0L);
    }
    return hash.hex();
  }

  static String of(Scorer scorer, ModelCard card) {
    ModelHash hash = new ModelHash().add(card.name()).add(card.seed()).add(card.dataHash());
    new TreeMap<>(card.settings()).forEach((key, value) -> hash.add(key).add(value));
    for (Preparation.Input input : scorer.preparation().inputs()) {
      hash.add(input.name())
          .add(input.shape().name())
          .add(input.floor())
          .add(input.cap())
          .add(input.mean())
          .add(input.deviation());
    }
    hash.add(scorer.weights()).add(scorer.bias());
    hash.add(scorer.calibration().slope()).add(scorer.calibration().shift());
    for (double[] row : scorer.uncertainty().root()) {
      hash.add(row);
    }
    for (ReliabilityBin bin : scorer.bins()) {
      hash.add(bin.n()).add(bin.upTo()).add(bin.predicted()).add(bin.observed());
    }
    return hash.hex();
  }
}
