package io.customer360.model;

import java.nio.ByteBuffer;
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
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    return this;
  }

  ModelHash add(double value) {
    return add(bits(value));
  }

  ModelHash add(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (values.length + 1));
    bytes.putLong(values.length);
    for (double value : values) {
      bytes.putLong(bits(value));
    }
    digest.update(bytes.flip());
    return this;
  }

  /// The same for the two zeros.
  private static long bits(double value) {
    return Double.doubleToLongBits(value == 0 ? 0.0 : value);
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(Table table) {
    ModelHash hash = new ModelHash();
    for (int c = 0; c < table.names().length; c++) {
      hash.add(table.names()[c]).add(table.values()[c]);
    }
    ByteBuffer labels = ByteBuffer.allocate(Long.BYTES * table.labels().length);
    for (boolean label : table.labels()) {
      labels.putLong(label ? 1L : 0L);
    }
    hash.digest.update(labels.flip());
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
