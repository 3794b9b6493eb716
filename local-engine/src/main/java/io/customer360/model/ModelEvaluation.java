package io.customer360.model;

import io.customer360.fault.WorkbenchException;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Lakehouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Compares churn scores with the truth that a generator wrote beside its data. The truth lies in
/// the future of the data: nothing in the lake could have known it.
public final class ModelEvaluation {
  private final Lakehouse lakehouse;

  public ModelEvaluation(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /// What is true of one invented person.
  private record Truth(boolean churns, double hazard) {}

  /// `truth` is the folder with `persons.csv` (`source, source_key, person_id`) and `churn.csv`
  /// (`person_id, churn_hazard, will_churn`). Empty when nobody has a churn score.
  public Optional<ModelEvaluationReport> churn(Path truth, Progress progress) {
    progress.stage("Compare churn scores with the truth");
    Map<String, Truth> people = new HashMap<>();
    for (Map<String, String> row :
        rows(truth.resolve("churn.csv"), List.of("person_id", "churn_hazard", "will_churn"))) {
      people.put(
          cell(row, "person_id"),
          new Truth(
              cell(row, "will_churn").equals("1"), Double.parseDouble(cell(row, "churn_hazard"))));
    }
    Map<String, String> personOf = new HashMap<>();
    for (Map<String, String> row :
        rows(truth.resolve("persons.csv"), List.of("source", "source_key", "person_id"))) {
      personOf.put(cell(row, "source") + ":" + cell(row, "source_key"), cell(row, "person_id"));
    }
    return lakehouse.read(progress, connection -> compare(connection, people, personOf));
  }

  private static Optional<ModelEvaluationReport> compare(
      Connection connection, Map<String, Truth> people, Map<String, String> personOf)
      throws SQLException {
    Map<String, String> personOfCustomer = personOfCustomer(connection, personOf);
    List<double[]> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select customer_id, score, recency_days from gold.score join gold.feature"
                    + " using (customer_id) where model = 'churn' order by customer_id")) {
      while (result.next()) {
        String person = personOfCustomer.get(result.getString(1));
        Truth known = person == null ? null : people.get(person);
        if (known != null) {
          rows.add(
              new double[] {
                result.getDouble(2), result.getDouble(3), known.hazard(), known.churns() ? 1 : 0
              });
        }
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double[] score = rows.stream().mapToDouble(row -> row[0]).toArray();
    double[] hazard = rows.stream().mapToDouble(row -> row[2]).toArray();
    boolean[] churned = new boolean[score.length];
    double distance = 0;
    for (int i = 0; i < churned.length; i++) {
      churned[i] = rows.get(i)[3] == 1;
      distance += Math.abs(score[i] - hazard[i]);
    }
    ModelMetrics metrics =
        Judgement.judge(score, churned, rows.stream().mapToDouble(row -> row[1]).toArray());
    return Optional.of(
        new ModelEvaluationReport(
            ModelKind.CHURN.id(),
            metrics.n(),
            metrics.positives(),
            metrics.auc(),
            metrics.aucLow(),
            metrics.aucHigh(),
            metrics.aucBaseline(),
            Ranking.of(hazard, churned).auc(),
            metrics.brier(),
            metrics.calibrationError(),
            distance / score.length));
  }

  /// The person most of a customer's records belong to.
  private static Map<String, String> personOfCustomer(
      Connection connection, Map<String, String> personOf) throws SQLException {
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select customer_id, source_person_id from gold.identity_link")) {
      while (result.next()) {
        String person = personOf.get(result.getString(2));
        if (person != null) {
          votes
              .computeIfAbsent(result.getString(1), customer -> new TreeMap<>())
              .merge(person, 1, Integer::sum);
        }
      }
    }
    Map<String, String> chosen = new HashMap<>();
    votes.forEach(
        (customer, counts) ->
            counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(entry -> chosen.put(customer, entry.getKey())));
    return chosen;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  /// The truth files hold ids and numbers only: no cell is quoted.
  private static List<Map<String, String>> rows(Path csv, List<String> columns) {
    try (BufferedReader reader = Files.newBufferedReader(csv)) {
      String header = reader.readLine();
      List<String> names = header == null ? List.of() : Arrays.asList(header.split(",", -1));
      if (!names.containsAll(columns)) {
        throw WorkbenchException.data(
            "C360-MOD-051", csv + " lacks one of the columns " + String.join(", ", columns) + ".");
      }
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (String column : columns) {
          int at = names.indexOf(column);
          row.put(column, at < cells.length ? cells[at] : "");
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-MOD-052", "Cannot read " + csv + ": " + e.getMessage(), e);
    }
  }
}
