package io.customer360.ui.identity;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewPair.Agreement;
import io.customer360.identity.review.ReviewPair.ConsentEffect;
import io.customer360.identity.review.ReviewPair.Edge;
import io.customer360.identity.review.ReviewPair.Fact;
import io.customer360.identity.review.ReviewPair.Field;
import io.customer360.identity.review.ReviewPair.Graph;
import io.customer360.identity.review.ReviewPair.Node;
import io.customer360.identity.review.ReviewPair.Side;
import io.customer360.identity.review.ReviewPair.Weight;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.review.ReviewQueue.Task;
import io.customer360.identity.review.Reviews;
import io.customer360.identity.review.Teaching;
import io.customer360.identity.steward.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Invented pairs with the board's figures. What the fake steward holds as judged leaves the queue.
final class FakeReviews implements Reviews {
  static final List<Task> TASKS =
      List.of(
          task("Chidi Okafor", "C Okafor", 0.90, "initial only"),
          task("D Achterberg", "Dirk Achterberg", 0.58, "same surname"),
          task("Aoife Brenan", "Aoife Brennan", 0.71, "spelling"),
          task("H. Lindquist", "Harriet Lindqvist", 0.52, "spelling"),
          task("S Pritchard", "Siân Pritchard", 0.79, "initial only"),
          task("T Zielinski", "Tomasz Zieliński", 0.66, "initial only"),
          task("Rhys Morgan", "Rhys Morgan jr.", 0.81, "father or son"),
          task("P Raman", "Prakash Raman", 0.44, "same surname"),
          task("M. Buchannan", "Moira Buchanan", 0.74, "spelling"),
          task("Y. Karaca", "Yusuf Karaca", 0.41, "initial only"),
          task("J. Whitcombe", "Joanna Whitcombe", 0.88, "initial only"),
          task("K Osei", "Kwame Osei", 0.37, "initial only"));

  final FakeStewardship steward;
  volatile boolean broken;
  int pairsRead;

  FakeReviews(FakeStewardship steward) {
    this.steward = steward;
  }

  private static Task task(String left, String right, double probability, String reason) {
    int number = 20931 + (left + right).length() * 37;
    String key = left.substring(0, 1) + right.substring(0, 1) + number;
    return left.equals("Chidi Okafor")
        ? new Task("crm:20931", "pos:7F-1182", left, right, probability, reason)
        : new Task("crm:" + number, "pos:" + key, left, right, probability, reason);
  }

  @Override
  public ReviewQueue queue(int limit) {
    if (broken) {
      throw WorkbenchException.resource("C360-TST-001", "The queue could not be read.", null);
    }
    List<Task> open =
        TASKS.stream().filter(task -> !steward.judged(task.left(), task.right())).toList();
    int more = 38 - TASKS.size();
    long judged = steward.judgements(1_000).stream().filter(j -> j.inForce()).count();
    return new ReviewQueue(
        open.isEmpty() ? 0 : open.size() + more, judged, open.stream().limit(limit).toList());
  }

  @Override
  public synchronized ReviewPair pair(String left, String right) {
    pairsRead++;
    for (Task task : TASKS) {
      if (task.left().equals(left) && task.right().equals(right)) {
        return task.equals(TASKS.getFirst()) ? okafor() : other(task);
      }
    }
    throw WorkbenchException.user("C360-IDN-011", "There is no record \"" + left + "\".");
  }

  static ReviewPair okafor() {
    List<Node> nodes =
        List.of(
            new Node("crm:20931", "crm", "Chidi Okafor", "C-004712"),
            new Node("loyalty:77120934", "loyalty", "Chidi Okafor", "C-004712"),
            new Node("webshop:w-8121", "webshop", "Chidi Okafor", "C-004712"),
            new Node("pos:7F-1182", "pos", "C Okafor", "C-009120"));
    List<Edge> edges =
        List.of(
            new Edge("crm:20931", "loyalty:77120934", "same loyalty id", null, true),
            new Edge("crm:20931", "webshop:w-8121", "same e-mail", null, true),
            new Edge("loyalty:77120934", "webshop:w-8121", "12.40", 12.4, true),
            new Edge("crm:20931", "pos:7F-1182", "3.23", 3.23, false));
    return new ReviewPair(
        new Side(
            "crm:20931",
            "crm",
            "Chidi Okafor",
            "C-004712",
            "Chidi Okafor",
            List.of(
                new Fact("First seen", "11 Mar 2019"),
                new Fact("Orders, spend", "21, £1,906.50"),
                new Fact("Bought", "Tents, boots, stove"),
                new Fact("SMS marketing", "Yes"))),
        new Side(
            "pos:7F-1182",
            "pos",
            "C Okafor",
            "C-009120",
            "C Okafor",
            List.of(
                new Fact("First seen", "3 Oct 2026"),
                new Fact("Orders, spend", "2, £148.00"),
                new Fact("Bought", "Running shoes, women's 38"),
                new Fact("SMS marketing", "No"))),
        List.of(
            new Field("Given name", "Chidi", "C", Agreement.CLOSE, "initial only"),
            new Field("Surname", "Okafor", "Okafor", Agreement.SAME, "exact, rare name"),
            new Field("Born", "3 Jul 1982", null, Agreement.MISSING, "missing on one side"),
            new Field(
                "Phone", "+44 113 496 0182", "0113 4960182", Agreement.SAME, "exact, shared by 3"),
            new Field(
                "Street", "14 Beckett Row", "14 Becket Row", Agreement.CLOSE, "one letter differs"),
            new Field("Postcode", "LS6 3QN", "LS6 3QN", Agreement.SAME, "exact"),
            new Field(
                "E-mail",
                "chidi.okafor@example.net",
                "c.okafor@example.org",
                Agreement.DIFFERENT,
                "different"),
            new Field("Loyalty id", "AP-77120934", null, Agreement.MISSING, "missing on one side")),
        List.of(
            new Weight("Chance before comparing", -10.97),
            new Weight("Surname exact, rare", 7.4),
            new Weight("Street and postcode", 5.2),
            new Weight("Phone exact, shared", 2.6),
            new Weight("Given name, initial", 2.1),
            new Weight("Born, missing", 0),
            new Weight("E-mail differs", -3.1)),
        3.23,
        0.90,
        3,
        "The rare surname and the address speak for one person, the different e-mail against.",
        "A birth date of 3 Jul 1982 on the receipt account would make it 0.99.",
        0.20,
        0.95,
        List.of(new ConsentEffect("marketing", "SMS", "yes", "no", "no")),
        new Graph(nodes, edges));
  }

  private static ReviewPair other(Task task) {
    ReviewPair board = okafor();
    double bits = Math.log(task.probability() / (1 - task.probability())) / Math.log(2);
    String customer = "C-" + task.left().substring(4);
    return new ReviewPair(
        side(task.left(), "crm", task.leftName(), customer),
        side(task.right(), "pos", task.rightName(), customer + "1"),
        List.of(
            new Field("Name", task.leftName(), task.rightName(), Agreement.CLOSE, task.reason()),
            new Field("Postcode", "LS6 3QN", "LS6 3QN", Agreement.SAME, "exact")),
        List.of(new Weight("Chance before comparing", -10), new Weight("All", bits + 10)),
        bits,
        task.probability(),
        PairExplanation.category(task.probability()),
        "The postcode speaks for one person.",
        "",
        board.reviewFrom(),
        board.mergeFrom(),
        List.of(),
        new Graph(
            List.of(
                new Node(task.left(), "crm", task.leftName(), customer),
                new Node(task.right(), "pos", task.rightName(), customer + "1")),
            List.of(
                new Edge(
                    task.left(),
                    task.right(),
                    String.format(Locale.ROOT, "%.2f", bits),
                    bits,
                    false))));
  }

  private static Side side(String record, String source, String name, String customer) {
    return new Side(
        record, source, name, customer, name, List.of(new Fact("First seen", "3 Oct 2026")));
  }

  @Override
  public Optional<Teaching> rehearse(List<Judgement.Pair> verdicts) {
    return Optional.empty();
  }

  @Override
  public ModelView model() {
    List<ModelView.Threshold> thresholds = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      double at = i / 20.0;
      thresholds.add(
          new ModelView.Threshold(
              at,
              Math.round(48_000 - 30_000 * at),
              0.62 + 0.38 * Math.pow(at, 0.35),
              1 - 0.34 * Math.pow(at, 6)));
    }
    return new ModelView(
        41_207,
        196_440,
        1.0 / 2_004,
        List.of(
            new ModelView.Comparison(
                "surname",
                List.of(
                    new ModelView.Level("exact", 0.874, 0.0049, 7.48),
                    new ModelView.Level("one letter differs", 0.081, 0.0021, 5.27),
                    new ModelView.Level("sounds alike", 0.022, 0.0087, 1.34),
                    new ModelView.Level("different", 0.023, 0.984, -5.42))),
            new ModelView.Comparison(
                "given name",
                List.of(
                    new ModelView.Level("exact", 0.791, 0.0118, 6.07),
                    new ModelView.Level("nickname", 0.064, 0.0035, 4.19),
                    new ModelView.Level("initial only", 0.102, 0.0238, 2.10),
                    new ModelView.Level("different", 0.043, 0.961, -4.48))),
            new ModelView.Comparison(
                "e-mail",
                List.of(
                    new ModelView.Level("exact", 0.702, 0.00004, 14.10),
                    new ModelView.Level("same name, other provider", 0.121, 0.0009, 7.07),
                    new ModelView.Level("different", 0.177, 0.999, -2.50))),
            new ModelView.Comparison(
                "street and postcode",
                List.of(
                    new ModelView.Level("exact", 0.688, 0.0011, 9.29),
                    new ModelView.Level("same postcode", 0.131, 0.0036, 5.19),
                    new ModelView.Level("different", 0.181, 0.9953, -2.46)))),
        thresholds,
        List.of(
            new ModelView.Blocking("e-mail", 22_180, 22_204),
            new ModelView.Blocking("phone", 24_900, 25_118),
            new ModelView.Blocking("postcode and surname", 61_300, 59_871),
            new ModelView.Blocking("birth date and initials", 90_100, 89_247)),
        List.of("One device is used by 400 people; it links nobody."),
        new Teaching(60, 31, 0.86, 0.91, true),
        health());
  }

  @Override
  public IdentityHealth health() {
    return new IdentityHealth(
        41_207,
        10_482,
        0.922,
        new IdentityHealth.Ties(61_904, 6_381, 12, 2_440),
        List.of(
            new IdentityHealth.Share("e-mail", 21_904),
            new IdentityHealth.Share("weight", 6_381),
            new IdentityHealth.Share("loyalty id", 2_440)),
        List.of(
            new IdentityHealth.Share("1", 3_204),
            new IdentityHealth.Share("2", 2_611),
            new IdentityHealth.Share("3-5", 3_120),
            new IdentityHealth.Share("6-10", 1_402),
            new IdentityHealth.Share("11+", 145)),
        List.of(
            new IdentityHealth.Source("crm", 9_871, 412),
            new IdentityHealth.Source("webshop", 8_440, 1_022),
            new IdentityHealth.Source("pos", 13_905, 1_634),
            new IdentityHealth.Source("loyalty", 8_991, 136)),
        new IdentityHealth.Queue(TASKS.size(), 40, 17),
        new IdentityHealth.Expected(0.95, 24_180, 0.9991, 0.962),
        new IdentityHealth.Prevented(1_190, 3, 10, 2),
        List.of(new IdentityHealth.Alarm("phone", 3, 400, 388)));
  }
}
