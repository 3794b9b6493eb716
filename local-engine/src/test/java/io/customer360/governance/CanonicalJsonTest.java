package io.customer360.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.fault.WorkbenchException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// RFC 8785, section 3.2.2 and 3.2.3.
  @Test
  void writesTheExampleOfTheRfc() throws Exception {
    String given =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertThat(CanonicalJson.of(JSON.readTree(given)))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /// RFC 8785, section 3.2.3: keys by UTF-16 code units.
  @Test
  void sortsKeysByCodeUnits() throws Exception {
    String given =
        """
        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
         "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
         "\\u00f6":"Latin Small Letter O With Diaeresis"}
        """;
    assertThat(CanonicalJson.of(JSON.readTree(given)))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /// RFC 8785, appendix B.
  @Test
  void writesNumbersAsEcmaScriptDoes() {
    Map<Long, String> samples =
        Map.ofEntries(
            Map.entry(0x0000000000000000L, "0"),
            Map.entry(0x8000000000000000L, "0"),
            Map.entry(0x0000000000000001L, "5e-324"),
            Map.entry(0x8000000000000001L, "-5e-324"),
            Map.entry(0x7fefffffffffffffL, "1.7976931348623157e+308"),
            Map.entry(0xffefffffffffffffL, "-1.7976931348623157e+308"),
            Map.entry(0x4340000000000000L, "9007199254740992"),
            Map.entry(0xc340000000000000L, "-9007199254740992"),
            Map.entry(0x4430000000000000L, "295147905179352830000"),
            Map.entry(0x44b52d02c7e14af5L, "9.999999999999997e+22"),
            Map.entry(0x44b52d02c7e14af6L, "1e+23"),
            Map.entry(0x44b52d02c7e14af7L, "1.0000000000000001e+23"),
            Map.entry(0x444b1ae4d6e2ef4eL, "999999999999999700000"),
            Map.entry(0x444b1ae4d6e2ef4fL, "999999999999999900000"),
            Map.entry(0x444b1ae4d6e2ef50L, "1e+21"),
            Map.entry(0x3eb0c6f7a0b5ed8cL, "9.999999999999997e-7"),
            Map.entry(0x3eb0c6f7a0b5ed8dL, "0.000001"),
            Map.entry(0x41b3de4355555553L, "333333333.3333332"),
            Map.entry(0x41b3de4355555554L, "333333333.33333325"),
            Map.entry(0x41b3de4355555555L, "333333333.3333333"),
            Map.entry(0x41b3de4355555556L, "333333333.3333334"),
            Map.entry(0x41b3de4355555557L, "333333333.33333343"),
            Map.entry(0xbecbf647612f3696L, "-0.0000033333333333333333"),
            Map.entry(0x43143ff3c1cb0959L, "1424953923781206.2"));
    samples.forEach(
        (bits, text) ->
            assertThat(CanonicalJson.number(Double.longBitsToDouble(bits)))
                .as(Long.toHexString(bits))
                .isEqualTo(text));
    assertThatThrownBy(() -> CanonicalJson.number(Double.NaN))
        .isInstanceOf(WorkbenchException.class);
    assertThatThrownBy(() -> CanonicalJson.number(Double.POSITIVE_INFINITY))
        .isInstanceOf(WorkbenchException.class);
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatThrownBy(() -> CanonicalJson.of((Object) List.of("a\ud83d")))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void chainsAsTheReferenceVector() {
    assertThat(
            Hashes.chain(
                Hashes.ZERO,
                CanonicalJson.of((Object) Map.of("type", "decision.created", "seq", 1))))
        .isEqualTo("44b09e4aa6dff8c7ac62d2163e62395ebd06e0ced830b708e6cbfd6507421962");
  }
}
