package io.customer360.profile.consent;

import java.util.List;

/// Purposes by channels; a combination nobody asked about is a cell with `NOT_ASKED`.
public record ConsentMatrix(
    List<String> purposes, List<String> channels, List<ConsentCell> cells, int records) {
  public ConsentCell cell(String purpose, String channel) {
    for (ConsentCell cell : cells) {
      if (cell.purpose().equals(purpose) && cell.channel().equals(channel)) {
        return cell;
      }
    }
    return new ConsentCell(purpose, channel, ConsentStatus.NOT_ASKED, null, null, 0);
  }
}
