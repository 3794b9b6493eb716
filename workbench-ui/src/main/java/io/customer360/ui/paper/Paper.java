package io.customer360.ui.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A4 pages written from top to bottom. Lengths are points, x from the left margin, and what is
/// written next stands below what was written last; [#need] turns the page where room runs out. Not
/// for several threads.
public final class Paper implements AutoCloseable {
  /// Room between the margins.
  public static final double WIDTH = 515;

  private static final double MARGIN = 40;
  private static final double TOP = PDRectangle.A4.getHeight() - 44;
  private static final double BOTTOM = 50;

  private final PDDocument document = new PDDocument();
  private final Lettering lettering;
  private PDPageContentStream stream;
  private double y = TOP;

  public Paper(String title, Instant at) throws IOException {
    lettering = new Lettering(document);
    stream = page();
    PDDocumentInformation facts = document.getDocumentInformation();
    facts.setTitle(title);
    facts.setCreator("Customer360 Workbench");
    facts.setProducer("Customer360 Workbench");
    facts.setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = TOP;
    return new PDPageContentStream(document, page, AppendMode.OVERWRITE, true, true);
  }

  /// Turns the page unless there is this much room below.
  public void need(double height) throws IOException {
    if (y - height < BOTTOM) {
      stream.close();
      stream = page();
    }
  }

  /// Leaves room.
  public void down(double height) {
    y -= height;
  }

  /// Where the next line goes, to come back to with [#back] for a second column.
  public double here() {
    return y;
  }

  public void back(double place) {
    y = place;
  }

  /// One line that does not move down; `dy` below the current place.
  public void put(String text, double x, double dy, double size, boolean bold, Ink ink)
      throws IOException {
    lettering.write(stream, text, MARGIN + x, y - dy, size, bold, ink);
  }

  /// The same, ending at `x`.
  public void putRight(String text, double x, double dy, double size, boolean bold, Ink ink)
      throws IOException {
    put(text, x - width(text, size, bold), dy, size, bold, ink);
  }

  /// The same, cut to a width.
  public void putFitted(
      String text, double x, double dy, double width, double size, boolean bold, Ink ink)
      throws IOException {
    put(lettering.fitted(text, width, size, bold), x, dy, size, bold, ink);
  }

  public double width(String text, double size, boolean bold) throws IOException {
    return lettering.width(text, size, bold);
  }

  /// A filled rectangle whose top lies `dy` below the current place.
  public void box(double x, double dy, double width, double height, Ink ink) throws IOException {
    stream.setNonStrokingColor(ink.color());
    stream.addRect((float) (MARGIN + x), (float) (y - dy - height), (float) width, (float) height);
    stream.fill();
  }

  /// A line across, `dy` below the current place.
  public void rule(double x, double dy, double width, Ink ink) throws IOException {
    stream.setStrokingColor(ink.color());
    stream.setLineWidth(0.5f);
    stream.moveTo((float) (MARGIN + x), (float) (y - dy));
    stream.lineTo((float) (MARGIN + x + width), (float) (y - dy));
    stream.stroke();
  }

  /// A filled circle.
  public void disc(double x, double dy, double radius, Ink ink) throws IOException {
    double k = 0.5523 * radius;
    double cx = MARGIN + x;
    double cy = y - dy;
    stream.setNonStrokingColor(ink.color());
    stream.moveTo((float) (cx + radius), (float) cy);
    curve(cx + radius, cy + k, cx + k, cy + radius, cx, cy + radius);
    curve(cx - k, cy + radius, cx - radius, cy + k, cx - radius, cy);
    curve(cx - radius, cy - k, cx - k, cy - radius, cx, cy - radius);
    curve(cx + k, cy - radius, cx + radius, cy - k, cx + radius, cy);
    stream.fill();
  }

  private void curve(double a, double b, double c, double d, double e, double f)
      throws IOException {
    stream.curveTo((float) a, (float) b, (float) c, (float) d, (float) e, (float) f);
  }

  /// A heading with a muted fact beside it and a line below.
  public void heading(String words, String fact, double x, double width) throws IOException {
    put(words, x, 10, 10.5, true, Ink.TEXT);
    put(fact, x + width(words, 10.5, true) + 6, 10, 8.5, false, Ink.MUTED);
    rule(x, 16, width, Ink.LINE);
    down(22);
  }

  /// Text over several lines.
  public void wrapped(String text, double x, double width, double size, Ink ink)
      throws IOException {
    for (String line : lines(text, width, size)) {
      need(size * 1.45);
      put(line, x, size, size, false, ink);
      down(size * 1.45);
    }
  }

  private List<String> lines(String text, double width, double size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size, false) > width) {
        lines.add(line.toString());
        line = new StringBuilder(word);
      } else {
        line = new StringBuilder(longer);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /// Writes what stands at the foot of every page, and the whole document. Once.
  ///
  /// @param missing said below it when some letter has no font here and is an empty box
  public void finish(String foot, String missing, OutputStream out) throws IOException {
    boolean boxes = lettering.missing();
    stream.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      try (PDPageContentStream under =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        stream = under;
        y = 34;
        rule(0, -10, WIDTH, Ink.FAINT);
        putFitted(foot, 0, 0, WIDTH - 60, 7.5, false, Ink.MUTED);
        putRight((i + 1) + " of " + pages, WIDTH, 0, 7.5, false, Ink.MUTED);
        if (boxes) {
          putFitted(missing, 0, 10, WIDTH, 7.5, false, Ink.MUTED);
        }
      }
    }
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
