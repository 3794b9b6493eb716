package io.customer360.sample;

/// What nobody in the company knows: the files under `truth/`.
enum Truth {
  PERSONS("persons.csv", "source,source_key,person_id"),
  CHURN(
      "churn.csv",
      "person_id,segment,journey_state,churn_hazard,will_churn,gave_up_on,reason,displeasure,"
          + "orders,last_order_at,usual_gap_days"),
  TREATMENT("treatment.csv", "person_id,offer_kind,effect"),
  TICKETS("tickets.csv", "ticket_id,person_id,sentiment,topic"),
  ANOMALIES("anomalies.csv", "file,line,kind,value"),
  STORIES("stories.csv", "story,fact,value");

  final String path;
  final String header;

  Truth(String name, String header) {
    this.path = "truth/" + name;
    this.header = header + "\n";
  }
}
