package io.customer360.decision;

import java.util.List;

/// @param agents which agents run; all when empty
/// @param limit at most so many customers per agent, by value at risk; 0 = all
public record AgentRunRequest(List<String> agents, int limit) {
  public static final AgentRunRequest ALL = new AgentRunRequest(List.of(), 0);

  public AgentRunRequest {
    agents = List.copyOf(agents);
  }
}
