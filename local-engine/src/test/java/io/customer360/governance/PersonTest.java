package io.customer360.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonTest {
  @Test
  void idsOfLatinNamesArePlain() {
    assertThat(PersonId.of("Maya Holt")).isEqualTo("maya.holt");
    assertThat(PersonId.of("  José O'Neil-Łask ")).isEqualTo("jose.o.neil.ask");
    assertThat(PersonId.of("root")).isEqualTo("root");
    assertThat(PersonId.of("")).isEqualTo("me");
  }

  @Test
  void namesOfEveryScriptAreToldApart() {
    List<String> names =
        List.of(
            "李雷", "Борис", "Борис Ильин", "कि", "का", "محمد", "Ø", "Li", "李 Li", "🙂", "🙃", "!");
    List<String> ids = names.stream().map(PersonId::of).toList();
    assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.isBlank() || id.equals("me"));
    assertThat(PersonId.of("李雷")).isEqualTo("李雷");
    assertThat(PersonId.of("БОРИС Ильин")).isEqualTo("борис.ильин");
    assertThat(PersonId.of("agent:Борис")).doesNotContain(":");
  }

  @Test
  void rolesComeFromTheSettings() {
    assertThat(Role.of("maya.holt", Map.of("window.width", "1440"))).isEqualTo(Role.ADMINISTRATOR);
    Map<String, String> some = Map.of("role.maya.holt", "Marketer");
    assertThat(Role.of("maya.holt", some)).isEqualTo(Role.MARKETER);
    assertThat(Role.of("somebody.else", some)).isEqualTo(Role.ANALYST);
    assertThatThrownBy(() -> Role.of("maya.holt", Map.of("role.maya.holt", "boss")))
        .hasMessageContaining("boss")
        .hasMessageContaining("role.maya.holt");
  }

  @Test
  void eachRoleDecidesOnItsOwnClasses() {
    for (Role role : Role.values()) {
      Person person = new Person("p", "Pat", role);
      assertThat(person.barredFrom("service").isEmpty()).isEqualTo(role != Role.ANALYST);
      assertThat(person.barredFrom("regulatory").isEmpty())
          .isEqualTo(role == Role.COMPLIANCE || role == Role.ADMINISTRATOR);
      assertThat(person.barredFromResuming().isEmpty()).isEqualTo(role == Role.ADMINISTRATOR);
    }
    assertThat(Person.agent("churn-prevention", "Churn Prevention").barredFrom("service"))
        .hasValueSatisfying(why -> assertThat(why).contains("agent"));
  }
}
