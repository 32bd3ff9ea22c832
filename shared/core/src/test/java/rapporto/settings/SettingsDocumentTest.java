// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.interaction.SourceId;
import rapporto.policy.Condition;
import rapporto.policy.Severity;
import rapporto.reading.Intent;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsDocumentTest {
    private static final Set<String> CHANNELS = Set.of("slack", "github");
    private static final String GOOD = """
            schema: 1
            communities:
              - {id: customers, name: Customers, kind: customer}
            teams:
              - {id: support, name: Support}
            sources:
              - {id: slack/help, community: customers, language: it, team: support, own: [U1, bot], maxBodyBytes: 2048, retention: P730D}
            policy:
              - {rule: risk, title: Risk, when: {intent: risk}, severity: P1, answerWithin: PT1H}
              - {rule: late, title: Late, when: {unanswered: PT4H}, team: support, severity: P3, answerWithin: P1D}
            """;

    @Test
    void given_a_good_document_when_read_then_everything_is_there() {
        var settings = valid(GOOD);
        var source = settings.source(new SourceId("slack", "help")).orElseThrow();

        assertThat(settings.communities())
                .containsExactly(new Community("customers", "Customers", StakeholderKind.CUSTOMER));
        assertThat(source.ownAccounts()).containsExactlyInAnyOrder("U1", "bot");
        assertThat(source.maxBodyBytes()).isEqualTo(2048);
        assertThat(source.retention()).contains(Duration.ofDays(730));
        assertThat(source.language()).contains("it");
        assertThat(settings.policy().rules().getFirst().when()).isEqualTo(new Condition.IntentIs(Intent.RISK));
        assertThat(settings.policy().rules().getFirst().severity()).isEqualTo(Severity.P1);
        assertThat(settings.policy().rules().getLast().team()).contains("support");
        assertThat(settings.source(new SourceId("slack", "other"))).isEmpty();
    }

    @Test
    void given_the_demo_when_read_then_it_has_a_source_for_every_channel() {
        var settings = valid(DemoSettings.yaml(CHANNELS));

        assertThat(settings.sources())
                .extracting(source -> source.id().toString())
                .containsExactly("github/demo", "slack/demo");
        assertThat(settings.policy().rules()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    schema: 1               | schema: 2              | line 1: schema is "2", wanted one of 1
                    schema: 1               | shcema: 1              | line 1: schema is missing
                    kind: customer          | kind: client           | line 3: communities[0].kind is "client", wanted one of customer, prospect, employee, member, shareholder, consultant, partner, supplier, reseller, funder, donor, media, volunteer
                    name: Support           | nam: Support           | line 5: teams[0].nam is unknown, wanted one of id, name (did you mean name?)
                    team: support, own      | team: suport, own      | line 7: sources[0].team is "suport", wanted one of support
                    slack/help              | fax/help               | line 7: sources[0].id is "fax/help", wanted channel/name with a channel of github, slack
                    slack/help              | slack                  | line 7: sources[0].id is "slack", wanted channel/name with a channel of github, slack
                    language: it            | language: italian      | line 7: sources[0].language is "italian", wanted an ISO 639-1 code such as it
                    maxBodyBytes: 2048      | maxBodyBytes: 12       | line 7: sources[0].maxBodyBytes is "12", wanted 1KiB to 6MiB, or the same as whole bytes
                    own: [U1, bot]          | own: []                | line 7: sources[0].own is an empty list, wanted a list with at least one entry
                    own: [U1, bot]          | secret: hush           | line 7: sources[0].secret is a secret, wanted in the secrets file or the parameter store, never here
                    {intent: risk}          | {intent: fear}         | line 9: policy[0].when.intent is "fear", wanted one of spam, risk, press, job, offer, problem, complaint, idea, question, answer, praise, thanks, chat
                    {intent: risk}          | {urgency: 9}           | line 9: policy[0].when.urgency is "9", wanted one of 1, 2, 3
                    {intent: risk}          | {}                     | line 9: policy[0].when has no condition, wanted one of intent, urgency, unanswered
                    {intent: risk}          | {intent: risk, urgency: 2} | line 9: policy[0].when has 2 conditions, wanted exactly one
                    PT1H                    | 1h                     | line 9: policy[0].answerWithin is "1h", wanted an ISO-8601 duration such as PT4H, up to P36500D
                    PT1H                    | PT0S                   | line 9: policy[0].answerWithin is "PT0S", wanted an ISO-8601 duration such as PT4H, up to P36500D
                    severity: P1            | severity: high         | line 9: policy[0].severity is "high", wanted one of P1, P2, P3, P4
                    rule: late              | rule: risk             | line 10: policy[1] is a second "risk", wanted each once
                    title: Late             | title: Late, title: Later | line 10: policy[1].title is given twice, wanted once
                    id: support             | id: Support            | line 5: teams[0].id is "Support", wanted lower-case letters, digits and hyphens
                    title: Late             | title: {a: b}          | line 10: policy[1].title is a mapping, wanted text
                    title: Late             | title:                 | line 10: policy[1].title is empty, wanted text
                    PT4H                    | P99999999999D          | line 10: policy[1].when.unanswered is "P99999999999D", wanted an ISO-8601 duration such as PT4H, up to P36500D
                    maxBodyBytes: 2048      | maxBodyBytes: 7MiB     | line 7: sources[0].maxBodyBytes is "7MiB", wanted 1KiB to 6MiB, or the same as whole bytes
                    """)
    void given_one_fault_when_read_then_it_is_named_with_line_and_path(String right, String wrong, String fault) {
        assertThat(faults(GOOD.replace(right, wrong))).contains(fault);
    }

    @Test
    void given_many_faults_when_read_then_all_are_told_in_the_order_of_lines() {
        var document = GOOD.replace("kind: customer", "kind: client")
                .replace("language: it", "language: italian")
                .replace("severity: P3", "severity: P9");

        assertThat(faults(document)).hasSize(3).isSortedAccordingTo((one, two) -> line(one) - line(two));
    }

    @Test
    void given_a_second_id_on_an_entry_that_is_wrong_itself_when_read_then_both_are_told() {
        var document = GOOD.replace("rule: late, title: Late", "rule: risk, title: ''");

        assertThat(faults(document))
                .contains(
                        "line 10: policy[1] is a second \"risk\", wanted each once",
                        "line 10: policy[1].title is \"\", wanted text");
    }

    @Test
    void given_text_with_line_ends_when_told_then_it_cannot_pass_for_another_fault() {
        var document = GOOD.replace("kind: customer", "kind: \"client\\nline 9: all is well\"");

        assertThat(faults(document)).singleElement().asString().doesNotContain("\n");
    }

    @Test
    void given_a_control_character_when_read_then_its_line_and_code_are_told() {
        assertThat(faults(GOOD.replace("Support}", "Supp\u0001ort}")))
                .containsExactly("line 5: holds character U+0001, wanted printable ones");
    }

    @Test
    void given_a_document_of_nothing_but_faults_when_read_then_no_more_are_told_than_people_can_use() {
        var hostile = GOOD + "  - {rule: X}\n".repeat(20_000);

        assertThat(faults(hostile)).hasSize(Faults.MOST + 1).last().asString().contains("more faults");
    }

    @Test
    void given_a_size_with_its_unit_when_read_then_it_is_bytes() {
        var settings = valid(GOOD.replace("maxBodyBytes: 2048", "maxBodyBytes: 2MiB"));

        assertThat(settings.sources().getFirst().maxBodyBytes()).isEqualTo(2 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "[1, 2]", "schema: [", "a: &a [*a]", "\t- x", "schema: 1\n---\nschema: 1"})
    void given_what_is_no_settings_document_when_read_then_it_is_faulty_and_nothing_crashes(String document) {
        assertThat(faults(document)).isNotEmpty();
    }

    @Test
    void given_documents_that_are_too_deep_or_too_long_when_read_then_they_are_refused() {
        assertThat(faults("a: " + "[".repeat(100) + "]".repeat(100))).hasSize(1);
        assertThat(faults("#".repeat(SettingsDocument.MAX_CHARACTERS + 1))).hasSize(1);
    }

    private static int line(String fault) {
        return Integer.parseInt(fault.substring(5, fault.indexOf(':')));
    }

    private static Settings valid(String yaml) {
        assertThat(faults(yaml)).isEmpty();
        return ((SettingsDocument.Valid) SettingsDocument.read(yaml, CHANNELS)).settings();
    }

    private static List<String> faults(String yaml) {
        return switch (SettingsDocument.read(yaml, CHANNELS)) {
            case SettingsDocument.Valid _ -> List.of();
            case SettingsDocument.Faulty(var faults) ->
                faults.stream().map(Fault::toString).toList();
        };
    }
}
