// SPDX-License-Identifier: Apache-2.0
package rapporto.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapporto.channels.Channels;
import rapporto.policy.Severity;
import rapporto.reading.Intent;
import rapporto.settings.DemoSettings;
import rapporto.settings.SettingsDocument;
import rapporto.settings.StakeholderKind;
import rapporto.testkit.Sample;

/** The published schema and the reader say the same of a document, but for what a schema cannot say. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsSchemaTest {
    private static final Path DOCS = Sample.repository().resolve("docs");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String example = example();
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read("settings.schema.json"));

    @Test
    void the_example_and_the_demo_are_valid_for_both() {
        for (var document : List.of(example, DemoSettings.yaml(Channels.ids()))) {
            assertThat(schema.validate(document, InputFormat.YAML)).isEmpty();
            assertThat(accepted(document)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schema: 1            | schema: 2
            schema: 1            | shcema: 1
            teams:               | teem:
            id: customers        | id: Customers
            kind: customer       | kind: client
            name: Support        | name: ' '
            name: Support        | nam: Support
            slack/help           | help
            language: it         | language: italian
            own: [U0HELP]        | own: []
            own: [U0HELP]        | secret: hush
            own: [U0HELP]        | maxBodyBytes: 12
            own: [U0HELP]        | maxBodyBytes: 7000000
            own: [U0HELP]        | maxBodyBytes: 2GiB
            own: [U0HELP]        | retention: 2 years
            intent: risk         | intent: fear
            intent: risk         | urgency: 4
            {intent: risk}       | {}
            {intent: risk}       | {intent: risk, urgency: 2}
            unanswered: PT4H     | unanswered: PT
            severity: P1         | severity: high
            answerWithin: PT1H   | answerWithin: 1h
            """)
    void a_planted_fault_is_one_for_both(String right, String wrong) {
        var document = example.replace(right, wrong);

        assertThat(document).isNotEqualTo(example);
        assertThat(schema.validate(document, InputFormat.YAML)).isNotEmpty();
        assertThat(accepted(document)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            own: [U0HELP]        | own: [12345]
            own: [U0HELP]        | maxBodyBytes: 2MiB
            own: [U0HELP]        | maxBodyBytes: 2048
            own: [U0HELP]        | retention: P730D
            unanswered: PT4H     | unanswered: P1DT1H30M
            """)
    void what_one_takes_the_other_takes(String one, String other) {
        var document = example.replace(one, other);

        assertThat(schema.validate(document, InputFormat.YAML)).isEmpty();
        assertThat(accepted(document)).isTrue();
    }

    @Test
    void words_to_choose_from_are_the_code_s() {
        var defs = schema.getSchemaNode().at("/$defs");

        assertThat(words(defs.at("/community/properties/kind/enum")))
                .isEqualTo(words(StakeholderKind.values(), StakeholderKind::word));
        assertThat(words(defs.at("/condition/properties/intent/enum"))).isEqualTo(words(Intent.values(), Intent::word));
        assertThat(words(defs.at("/rule/properties/severity/enum")))
                .isEqualTo(words(Severity.values(), Severity::name));
    }

    private static boolean accepted(String document) {
        return SettingsDocument.read(document, Channels.ids()) instanceof SettingsDocument.Valid;
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::textValue).toList();
    }

    private static <T> List<String> words(T[] choices, Function<T, String> word) {
        return Arrays.stream(choices).map(word).toList();
    }

    private static String example() {
        var found = EXAMPLE.matcher(read("settings.md"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String read(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
