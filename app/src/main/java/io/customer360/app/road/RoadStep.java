package io.customer360.app.road;

/// The steps of the road, in order.
public enum RoadStep {
  WRITE("Write the source files"),
  LAND("Land the rows in bronze"),
  REFRESH("Resolve people, train and score"),
  INSIGHT("Look for what matters"),
  DECIDE("Let the agents propose");

  private final String words;

  RoadStep(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
