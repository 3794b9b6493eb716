package io.customer360.ui.profile;

import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import io.customer360.profile.Profile;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.share.Mask;
import io.customer360.profile.timeline.TimelineFilter;
import io.customer360.ui.text.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Hands a customer over: the unified context as JSON, or a page as PDF. Masked copies name nobody.
/// Needs no toolkit; safe from any thread. A file is there whole or not at all.
public final class ProfileExport {
  private static final int EVENTS = 18;

  private final ProfileFaces faces;
  private final ProfileReads reads;
  private final Formats formats;
  private final String workspace;

  /// @param workspace its name, for the foot of a page
  public ProfileExport(ProfileFaces faces, Formats formats, String workspace) {
    this.faces = faces;
    this.reads = new ProfileReads(faces);
    this.formats = formats;
    this.workspace = workspace;
  }

  /// The unified context as canonical JSON.
  ///
  /// @throws WorkbenchException when nobody has that id
  public String json(String customerId, boolean masked) {
    UnifiedContext context =
        faces.profiles().context(customerId).orElseThrow(() -> nobody(customerId));
    return (masked ? Mask.of(profile(customerId)).apply(context) : context).toJson();
  }

  public Path writeJson(String customerId, boolean masked, Path file) {
    byte[] text = (json(customerId, masked) + "\n").getBytes(StandardCharsets.UTF_8);
    return write(file, out -> out.write(text));
  }

  /// Two A4 pages or so: who it is, how the year went, the scores and why, what to do next, what
  /// was allowed and decided, and the newest events.
  public Path writePdf(String customerId, boolean masked, Path file) {
    ProfileModel.Opened opened =
        reads.opened(customerId, List.of()).orElseThrow(() -> nobody(customerId));
    ProfilePaper paper =
        new ProfilePaper(
            formats,
            workspace,
            opened,
            faces.profiles().timeline(opened.customerId(), TimelineFilter.ALL, EVENTS),
            reads.next(opened.customerId()),
            masked);
    return write(file, paper::write);
  }

  private Profile profile(String customerId) {
    return faces.profiles().profile(customerId).orElseThrow(() -> nobody(customerId));
  }

  private static WorkbenchException nobody(String customerId) {
    return WorkbenchException.user(
        "C360-EXP-001", customerId + " is not a customer of this workspace. Nothing was written.");
  }

  private static Path write(Path file, AtomicFile.Body writing) {
    Path whole = file.toAbsolutePath();
    try {
      AtomicFile.of(whole).write(writing);
      return whole;
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-EXP-002",
          "Cannot write " + file + ". Choose a folder that exists and can be written to.",
          e);
    }
  }
}
