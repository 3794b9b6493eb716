package io.customer360.model;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import io.customer360.fault.WorkbenchException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// L2-regularised logistic regression by Tribuo over LibLinear. Tribuo keeps provenance and the
/// file; the weights are taken out once, so that scoring runs over plain arrays. LibLinear starts
/// from the optimum that [NewtonLogistic] finds of the same objective in a fraction of the time,
/// and so has nothing to do but to agree; were it wrong, LibLinear would go on to the right one.
final class TribuoLogistic {
  private static final Label YES = new Label("yes");
  private static final Label NO = new Label("no");
  private static final int MAX_ITERATIONS = 1000;
  private static final double TOLERANCE = 0.01;

  private final LibLinearClassificationModel model;
  private final double[] weights;
  private final double bias;

  private TribuoLogistic(LibLinearClassificationModel model, String[] inputs) {
    this.model = model;
    de.bwaldvogel.liblinear.Model inner = model.getInnerModels().getFirst();
    double[] raw = inner.getFeatureWeights();
    int yes = model.getOutputIDInfo().getID(YES);
    double sign = inner.getLabels()[0] == yes ? 1 : -1;
    this.weights = new double[inputs.length];
    for (int j = 0; j < inputs.length; j++) {
      int id = model.getFeatureIDMap().getID(inputs[j]);
      weights[j] = id < 0 ? 0 : sign * raw[id];
    }
    this.bias = sign * raw[model.getFeatureIDMap().size()];
  }

  /// Fits prepared inputs (column by column). `run` is recorded in the provenance.
  static TribuoLogistic fit(
      String[] inputs,
      double[][] prepared,
      boolean[] labels,
      double cost,
      long seed,
      Instant moment,
      Map<String, String> run) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> data =
        new MutableDataset<>(
            new SimpleDataSourceProvenance(
                "customer snapshots", moment.atOffset(ZoneOffset.UTC), factory),
            factory);
    int[] byName =
        IntStream.range(0, inputs.length)
            .boxed()
            .sorted(Comparator.comparing(j -> inputs[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    String[] names = Arrays.stream(byName).mapToObj(j -> inputs[j]).toArray(String[]::new);
    for (int i = 0; i < labels.length; i++) {
      double[] values = new double[inputs.length];
      for (int j = 0; j < inputs.length; j++) {
        values[j] = prepared[byName[j]][i];
      }
      data.add(new ArrayExample<>(labels[i] ? YES : NO, names, values));
    }
    Linear.disableDebugOutput();
    LibLinearClassificationTrainer trainer =
        new Seeded(
            cost, seed, start(NewtonLogistic.fit(prepared, labels, cost), byName, labels[0]));
    Map<String, Provenance> provenance = new LinkedHashMap<>();
    run.forEach((key, value) -> provenance.put(key, new StringProvenance(key, value)));
    return new TribuoLogistic(
        (LibLinearClassificationModel) trainer.train(data, provenance), inputs);
  }

  /// The weights as LibLinear holds them: by the name of the input, the bias last, and leading to
  /// the label that comes first.
  private static double[] start(NewtonLogistic optimum, int[] byName, boolean first) {
    int sign = first ? 1 : -1;
    double[] start = new double[byName.length + 1];
    for (int j = 0; j < byName.length; j++) {
      start[j] = sign * optimum.weights()[byName[j]];
    }
    start[byName.length] = sign * optimum.bias();
    return start;
  }

  /// Tribuo's trainer, which has no setting of its own for where LibLinear starts.
  private static final class Seeded extends LibLinearClassificationTrainer {
    private final double[] start;

    Seeded(double cost, long seed, double[] start) {
      super(new LinearClassificationType(LinearType.L2R_LR), cost, MAX_ITERATIONS, TOLERANCE, seed);
      this.start = start;
    }

    @Override
    protected Parameter setupParameters(ImmutableOutputInfo<Label> labels) {
      Parameter parameters = super.setupParameters(labels);
      parameters.setInitSol(start);
      return parameters;
    }
  }

  static TribuoLogistic read(byte[] bytes, String[] inputs) {
    try {
      Model<?> read = Model.deserializeFromStream(new ByteArrayInputStream(bytes));
      if (read instanceof LibLinearClassificationModel linear) {
        return new TribuoLogistic(linear, inputs);
      }
      throw WorkbenchException.data(
          "C360-MOD-011", "The model file does not hold a logistic regression.");
    } catch (IOException e) {
      throw WorkbenchException.data("C360-MOD-012", "The model file cannot be read.");
    }
  }

  /// The model as Tribuo's protobuf, provenance included.
  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      model.serializeToStream(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw WorkbenchException.internal("C360-MOD-013", "The model cannot be written.", e);
    }
  }

  /// Pull of each input, in the order given to `fit` or `read`.
  double[] weights() {
    return weights;
  }

  double bias() {
    return bias;
  }

  static double[] logOdds(double[] weights, double bias, double[][] prepared, int rows) {
    double[] sum = new double[rows];
    Arrays.fill(sum, bias);
    for (int j = 0; j < weights.length; j++) {
      double weight = weights[j];
      double[] column = prepared[j];
      for (int i = 0; i < rows; i++) {
        sum[i] += weight * column[i];
      }
    }
    return sum;
  }
}
