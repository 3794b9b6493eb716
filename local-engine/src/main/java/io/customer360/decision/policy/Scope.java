package io.customer360.decision.policy;

import io.customer360.decision.action.ActionKind;
import io.customer360.decision.action.Channel;
import java.util.Set;

/// Which actions a rule speaks of; an empty set means all.
public record Scope(
    Set<ActionKind> kinds, Set<Channel> channels, Set<String> agents, Set<ActionKind> except) {
  public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of(), Set.of());

  public Scope {
    kinds = Set.copyOf(kinds);
    channels = Set.copyOf(channels);
    agents = Set.copyOf(agents);
    except = Set.copyOf(except);
  }

  boolean covers(Situation s) {
    return covers(s.kind(), s.channel(), s.agent());
  }

  boolean covers(ActionKind kind, Channel channel, String agent) {
    return !except.contains(kind)
        && (kinds.isEmpty() || kinds.contains(kind))
        && (channels.isEmpty() || channels.contains(channel))
        && (agents.isEmpty() || agents.contains(agent));
  }
}
