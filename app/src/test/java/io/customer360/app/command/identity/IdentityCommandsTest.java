package io.customer360.app.command.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.app.command.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules, judgements and explanations in a workspace of nine records.
class IdentityCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private String shop = "";

  @BeforeEach
  void resolve() throws Exception {
    shop = folder.resolve("shop.c360").toString();
    good("init", shop, "--currency", "GBP", "--zone", "Europe/London");
    load(
        "person",
        "crm_customers.csv",
        """
        customer id,first name,last name,email,created at
        1,Ann,Marsh,ann@marsh.example,2025-01-05
        2,Bob,Okafor,bob@okafor.example,2025-01-06
        3,Chidi,Reid,chidi@reid.example,2025-01-07
        4,Dora,Singh,dora@singh.example,2025-01-08
        """);
    load(
        "person",
        "web_customers.csv",
        """
        customer id,first name,last name,email,created at
        11,,,ann@marsh.example,2025-02-05
        12,Fiona,Langford,fiona@langford.example,2025-02-06
        13,Gwen,Ash,gwen@ash.example,2025-02-07
        """);
    load(
        "consent",
        "crm_consents.csv",
        "customer id,purpose,channel,status,recorded at\n1,marketing,email,no,2025-03-01\n");
    load(
        "consent",
        "web_consents.csv",
        "customer id,purpose,channel,status,recorded at\n11,marketing,email,yes,2025-03-02\n");
    good("refresh");
  }

  private void load(String dataset, String name, String text) throws Exception {
    String file = Files.writeString(folder.resolve(name), text).toString();
    good("import", file, "--dataset", dataset, "--yes");
  }

  private Terminal.Result run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (!words[0].equals("init")) {
      all.addAll(List.of("--workspace", shop));
    }
    return Terminal.run(all.toArray(String[]::new));
  }

  private String good(String... words) {
    Terminal.Result result = run(words);
    assertThat(result.code()).as(result.err()).isZero();
    return result.out();
  }

  private JsonNode document(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    return JSON.readTree(good(all.toArray(String[]::new)));
  }

  private boolean together(String left, String right) {
    return good(
            "sql",
            "select count(distinct customer_id) as n from gold.identity_link"
                + " where source_person_id in ('"
                + left
                + "', '"
                + right
                + "')",
            "--format",
            "csv")
        .contains("1");
  }

  @Test
  void aBlockedAddressIsShownThenKeptThenTakenBackAndLooserConsentNeedsAWord() throws Exception {
    String[] block = {"identity", "rules", "--block", "email=Ann@marsh.example"};
    assertThat(good(block))
        .contains("1 split", "C-000001", "no", "yes", "Nothing was changed; --commit keeps it.");
    assertThat(together("crm:1", "web:11")).isTrue();

    String[] commit = {"identity", "rules", "--block", "email=ann@marsh.example", "--commit"};
    Terminal.Result asked = run(commit);
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.out()).contains("1 answers to consent become looser");
    assertThat(asked.err()).contains("--yes");
    assertThat(together("crm:1", "web:11")).isTrue();
    assertThat(document("identity", "rules").at("/blocked/email")).isEmpty();

    JsonNode kept =
        document("identity", "rules", "--block", "email=ann@marsh.example", "--commit", "--yes");
    assertThat(kept.path("committed").asBoolean()).isTrue();
    assertThat(kept.at("/diff/loosened/0/after").asText()).isEqualTo("yes");
    assertThat(kept.at("/blocked_in_use/0/records").asInt()).isEqualTo(2);
    assertThat(together("crm:1", "web:11")).isFalse();

    assertThat(good("identity", "rules", "--undo", "--commit")).contains("1 joined");
    assertThat(together("crm:1", "web:11")).isTrue();
    assertThat(good("audit", "verify")).contains("each as written");
  }

  @Test
  void judgementsThatCannotAllBeTrueAreNamed() throws Exception {
    good("identity", "review", "crm:2", "crm:3", "--verdict", "match");
    good("identity", "review", "crm:3", "crm:4", "--verdict", "match");
    String words = "Bob Okafor (crm:2) = Chidi Reid (crm:3) = Dora Singh (crm:4) by judgement 1, 2";
    assertThat(good("identity", "review", "crm:2", "crm:4", "--verdict", "not"))
        .contains(words, "by judgement 3", "unmerge");
    assertThat(good("identity", "review")).contains(words);
    assertThat(document("identity", "review").at("/contradictions/0/apart").asInt()).isEqualTo(3);
    assertThat(good("identity", "resolve")).contains(words, "Resolved and refreshed.");
    good("identity", "unmerge", "3");
    assertThat(good("identity", "review")).doesNotContain("cannot be true");
  }

  @Test
  void twoRecordsOfFilesAndOfTheWorkspaceAreExplainedInOneShape() throws Exception {
    JsonNode workspace = document("identity", "explain", "web:11", "crm:1");
    String file = folder.resolve("crm_customers.csv").toString();
    Terminal.Result files =
        Terminal.run(
            "identity", "explain", "1", "2", "--file", file, "--id", "customer id", "--json");
    assertThat(files.code()).as(files.err()).isZero();
    assertThat(names(workspace)).isEqualTo(names(JSON.readTree(files.out())));
    assertThat(workspace.at("/left/record").asText()).isEqualTo("web:11");
    assertThat(workspace.at("/id_a").asText()).isEqualTo("web:11");
    assertThat(workspace.path("one_cluster").asBoolean()).isTrue();
    assertThat(workspace.path("cluster").asText()).isEqualTo("In one customer, C-000001.");
  }

  private static List<String> names(JsonNode document) {
    List<String> names = new ArrayList<>();
    document.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void nobodyIsKnownOnADayToCome() {
    Terminal.Result later = run("profile", "C-000001", "--as-of", "2999-01-01");
    assertThat(later.code()).isEqualTo(2);
    assertThat(later.err()).contains("2999-01-01 is after today").contains("a day before");
    good("profile", "C-000001", "--as-of", "2025-03-02");
  }
}
