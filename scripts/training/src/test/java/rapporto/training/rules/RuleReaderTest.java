// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.interaction.Words;
import rapporto.reading.Item;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.Toxicity;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleReaderTest {
    private static final RuleReader READER = new RuleReader();

    record Example(String language, String intents, int urgency, boolean toxic, String text) {
        static Example of(String line) {
            var columns = line.split("\t", -1);
            return new Example(
                    columns[0], columns[1], Integer.parseInt(columns[2]), columns[3].equals("toxic"), columns[4]);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void given_an_example_when_read_then_it_is_read_as_people_labelled_it(Example example) {
        var reading = read(example.text());

        assertThat(reading.language().value()).isEqualTo(example.language());
        assertThat(intents(reading)).containsExactlyInAnyOrder(example.intents().split(",", -1));
        assertThat(reading.urgency().value()).isEqualTo(example.urgency());
        assertThat(reading.toxicity().value()).isEqualTo(example.toxic() ? Toxicity.TOXIC : Toxicity.CLEAN);
    }

    @Test
    void given_a_reading_then_every_label_names_words_that_stand_in_the_text() {
        var text = "Da ieri il pagamento è stato ADDEBITATO due volte, mi rivolgo a un avvocato entro domani";
        var reading = read(text);

        assertThat(reading.intents()).allSatisfy(label -> {
            assertThat(label.source()).isEqualTo(LabelSource.RULE);
            assertThat(label.words()).isNotEmpty().allSatisfy(word -> assertThat(text)
                    .contains(word));
        });
        assertThat(reading.urgency().words()).contains("avvocato");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Привет, как дела?               | ru
                    こんにちは、元気ですか             | ja
                    Guten Morgen, wie kann ich das ändern? | de
                    Bonjour, je ne peux pas me connecter avec mon compte | fr
                    https://example.org/a 👍         | und
                    Maria                           | und
                    """)
    void given_other_languages_when_read_then_they_are_told_apart(String text, String language) {
        assertThat(read(text).language().value()).isEqualTo(language);
    }

    @Test
    void given_a_short_text_when_the_source_has_a_usual_language_then_that_decides() {
        assertThat(READER.read(Item.of(Words.of("", "super team fantastico!")).in(Optional.of("it")))
                        .language()
                        .value())
                .isEqualTo("it");
    }

    @Test
    void given_a_language_without_rules_when_read_then_toxicity_is_unknown_and_nothing_is_guessed() {
        var reading = read("Это не работает, верните деньги");

        assertThat(reading.toxicity().value()).isEqualTo(Toxicity.UNKNOWN);
        assertThat(intents(reading)).containsExactly("chat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "\u0000", "\uD800", "ﷺﷺﷺ", "``` ` ```", "> > >", "a'b'c'd'e", "(((((((((("})
    void given_odd_texts_when_read_then_nothing_crashes(String text) {
        assertThat(read(text).intents()).isNotEmpty();
    }

    @Test
    void given_hostile_long_texts_when_read_then_they_are_read_in_linear_time() {
        for (var piece : List.of("non ", "? ", "<", "`", "a*", "at a.b(", "come ", "'")) {
            read(piece.repeat(8_000 / piece.length()));
        }
    }

    @Test
    void given_a_malformed_rule_when_parsed_then_the_fault_names_file_and_line() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Phrases.parse("it.txt", "# fine\nthanks 0.9 grazie\nthanks often grazie"))
                .withMessageContaining("it.txt line 3 is thanks often grazie");
    }

    static Stream<Example> examples() {
        try (var resource = RuleReaderTest.class.getResourceAsStream("examples.tsv")) {
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return text
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Example::of)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(String text) {
        return READER.read(Item.of(Words.of("", text)));
    }

    private static Set<String> intents(Reading reading) {
        var words = new TreeSet<String>();
        reading.intents().stream().map(Label::value).forEach(intent -> words.add(intent.word()));
        return words;
    }
}
