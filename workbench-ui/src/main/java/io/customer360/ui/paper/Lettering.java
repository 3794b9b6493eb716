package io.customer360.ui.paper;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Writes text in Inter, Latin, Greek and Cyrillic. What Inter has no letters for, such as emoji or
/// Arabic, is drawn with a font of this computer, joined and in its own direction; a letter that no
/// font knows is an empty box, and only that letter. Either way the words themselves are in the
/// file, so that searching and copying give what was meant.
final class Lettering {
  private static final String FOLDER = "/io/customer360/ui/theme/fonts/";
  private static final FontRenderContext SPACE =
      new FontRenderContext(new AffineTransform(), true, true);
  private static final String ELLIPSIS = "…";
  private static final int BOX = 0x25A1;

  private final PDFont regular;
  private final PDFont strong;
  private boolean missing;

  Lettering(PDDocument document) throws IOException {
    regular = load(document, "InterPaper-Regular.ttf");
    strong = load(document, "InterPaper-SemiBold.ttf");
  }

  private static PDFont load(PDDocument document, String file) throws IOException {
    try (InputStream in = Lettering.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("font not bundled: " + file);
      }
      return PDType0Font.load(document, in, true);
    }
  }

  double width(String text, double size, boolean bold) throws IOException {
    String clean = clean(text);
    String seen = seen(clean);
    if (known(seen, bold)) {
      return font(bold).getStringWidth(seen) / 1000 * size;
    }
    Font other = other(clean, size, bold);
    return other == null
        ? font(bold).getStringWidth(boxed(seen, bold)) / 1000 * size
        : new TextLayout(boxed(clean, other), other, SPACE).getAdvance();
  }

  /// Writes one line with its base line at `y`.
  void write(
      PDPageContentStream page, String text, double x, double y, double size, boolean bold, Ink ink)
      throws IOException {
    String clean = clean(text);
    if (clean.isEmpty()) {
      return;
    }
    page.setNonStrokingColor(ink.color());
    String seen = seen(clean);
    if (known(seen, bold)) {
      letters(page, seen, x, y, size, bold);
      return;
    }
    COSDictionary meant = new COSDictionary();
    meant.setString(COSName.ACTUAL_TEXT, clean);
    page.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(meant));
    Font other = other(clean, size, bold);
    if (other == null) {
      missing = true;
      letters(page, boxed(seen, bold), x, y, size, bold);
    } else {
      String shown = boxed(clean, other);
      missing |= !shown.equals(clean);
      outline(page, new TextLayout(shown, other, SPACE), x, y);
    }
    page.endMarkedContent();
  }

  private void letters(
      PDPageContentStream page, String text, double x, double y, double size, boolean bold)
      throws IOException {
    page.beginText();
    page.setFont(font(bold), (float) size);
    page.newLineAtOffset((float) x, (float) y);
    page.showText(text);
    page.endText();
  }

  /// As much of a text as fits, with an ellipsis where something was left out.
  String fitted(String text, double width, double size, boolean bold) throws IOException {
    if (width(text, size, bold) <= width) {
      return text;
    }
    int[] points = clean(text).codePoints().toArray();
    for (int length = points.length - 1; length > 0; length--) {
      String shorter = new String(points, 0, length).stripTrailing() + ELLIPSIS;
      if (width(shorter, size, bold) <= width) {
        return shorter;
      }
    }
    return ELLIPSIS;
  }

  private PDFont font(boolean bold) {
    return bold ? strong : regular;
  }

  private boolean known(String text, boolean bold) {
    return text.codePoints().allMatch(point -> has(point, bold));
  }

  private boolean has(int point, boolean bold) {
    try {
      font(bold).encode(Character.toString(point));
      return true;
    } catch (IOException | IllegalArgumentException missing) {
      return false;
    }
  }

  private String boxed(String text, boolean bold) {
    StringBuilder boxes = new StringBuilder();
    text.codePoints().forEach(point -> boxes.appendCodePoint(has(point, bold) ? point : BOX));
    return boxes.toString();
  }

  /// Whether a letter was written as an empty box.
  boolean missing() {
    return missing;
  }

  /// The font of this computer, which is many in one; null when it knows nothing more than Inter.
  private @org.jspecify.annotations.Nullable Font other(String text, double size, boolean bold) {
    Font dialog = new Font(Font.DIALOG, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    boolean helps =
        text.codePoints()
            .anyMatch(point -> !unseen(point) && !has(point, bold) && dialog.canDisplay(point));
    return helps ? dialog : null;
  }

  private static String boxed(String text, Font font) {
    StringBuilder boxes = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> boxes.appendCodePoint(unseen(point) || font.canDisplay(point) ? point : BOX));
    return boxes.toString();
  }

  /// What joins, parts or turns letters and is none itself.
  private static boolean unseen(int point) {
    return Character.getType(point) == Character.FORMAT || point >= 0xFE00 && point <= 0xFE0F;
  }

  private static String seen(String text) {
    StringBuilder letters = new StringBuilder();
    text.codePoints().filter(point -> !unseen(point)).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  private static void outline(PDPageContentStream page, TextLayout layout, double x, double y)
      throws IOException {
    // the page's y grows upwards, the layout's downwards
    AffineTransform place = new AffineTransform(1, 0, 0, -1, x, y);
    PathIterator path = layout.getOutline(place).getPathIterator(null);
    float[] at = new float[6];
    float lastX = 0;
    float lastY = 0;
    boolean drawn = false;
    for (; !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      drawn = true;
      switch (kind) {
        case PathIterator.SEG_MOVETO -> page.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> page.lineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO ->
            page.curveTo(
                lastX + 2 / 3f * (at[0] - lastX),
                lastY + 2 / 3f * (at[1] - lastY),
                at[2] + 2 / 3f * (at[0] - at[2]),
                at[3] + 2 / 3f * (at[1] - at[3]),
                at[2],
                at[3]);
        case PathIterator.SEG_CUBICTO -> page.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> page.closePath();
      }
      int end = kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
      if (kind != PathIterator.SEG_CLOSE) {
        lastX = at[end];
        lastY = at[end + 1];
      }
    }
    if (drawn) {
      page.fill();
    }
  }

  /// Line ends and other controls have no letters.
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
