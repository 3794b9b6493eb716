package io.customer360.sample;

import java.util.ArrayList;
import java.util.List;

/// The rows of some hundred neighbouring customers, for every file. Blocks are filled side by side
/// and put on disk in order.
final class Block {
  /// A planted error: its file, its row within this block, what it is, the value written.
  record Planted(int file, int row, String kind, String value) {}

  private final Outputs outputs;
  private final Text[] texts;
  final List<Planted> planted = new ArrayList<>();

  Block(Outputs outputs) {
    this.outputs = outputs;
    this.texts = new Text[outputs.size()];
  }

  Text at(int file) {
    Text text = texts[file];
    if (text == null) {
      text = new Text(1 << 12, outputs.file(file).latin());
      texts[file] = text;
    }
    return text;
  }

  Text at(SourceFile file) {
    return at(file.ordinal());
  }

  Text at(Truth truth) {
    return at(outputs.indexOf(truth));
  }

  /// The register of this moment.
  Text pos(long at) {
    return at(outputs.posIndex(at));
  }

  /// Notes that the row just written holds an error on purpose.
  void plant(int file, String kind, String value) {
    planted.add(new Planted(file, at(file).rows(), kind, value));
  }

  /// Truth: this record of a source is this person.
  void belongs(String source, String key, Person person) {
    at(Truth.PERSONS).add(source).add(',').add(key).add(',').add(person.id()).end();
  }

  Text[] texts() {
    return texts;
  }
}
