package io.customer360.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Names of all scripts on paper. Which letters are drawn and which are boxes depends on the fonts
/// of the computer; what the file says does not.
class PaperTest {
  private static final String BOXES = "\u25a1 means no font";

  /// Letters of the private use area, which no font has.
  private static final String NOBODY = "\uE123\uE124";

  private static byte[] write(String... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Paper paper = new Paper("Names", Instant.EPOCH)) {
      for (String line : lines) {
        paper.putFitted(line, 0, 0, Paper.WIDTH, 12, false, Ink.TEXT);
        paper.down(20);
      }
      paper.finish("Foot", BOXES, out);
    }
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /// The words that stand for what is drawn, page by page in their order.
  private static List<String> meant(byte[] pdf) throws IOException {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        COSDictionary properties =
            page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        if (properties != null) {
          for (COSName name : properties.keySet()) {
            found.add(properties.getCOSDictionary(name).getString(COSName.ACTUAL_TEXT));
          }
        }
      }
    }
    return found;
  }

  @Test
  void wordsOfEveryScriptAreInTheFileAsTheyWereMeant() throws IOException {
    List<String> names =
        List.of("مريم الخوري", "יעל כהן", "नेहा शर्मा", "山田 花子", "مريم Okafor 🙂", NOBODY);
    assertThat(meant(write(names.toArray(String[]::new))))
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void latinGreekAndCyrillicNeedNoOtherFont() throws IOException {
    byte[] pdf = write("Søren Łukasz", "Ελένη", "Дмитрий", "Anna\u200f", "Zo\u200dë");
    assertThat(meant(pdf)).isEmpty();
    assertThat(text(pdf)).contains("Søren Łukasz", "Ελένη", "Дмитрий", "Anna", "Zoë");
    assertThat(text(pdf)).doesNotContain(BOXES);
  }

  @Test
  void aLetterWithoutAFontIsABoxAndTheFootSaysSo() throws IOException {
    byte[] pdf = write("Anna " + NOBODY + " Berg");
    assertThat(text(pdf)).contains("Anna " + NOBODY + " Berg", BOXES, "Foot");
    assertThat(meant(pdf)).containsExactly("Anna " + NOBODY + " Berg");
  }
}
