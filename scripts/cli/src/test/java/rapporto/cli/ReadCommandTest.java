// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rapporto.testkit.Given.ANA;
import static rapporto.testkit.Given.changed;
import static rapporto.testkit.Given.key;
import static rapporto.testkit.Given.post;
import static rapporto.testkit.Given.understood;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.LayerBytes;
import rapporto.correction.Layers;
import rapporto.correction.Trial;
import rapporto.history.Understood;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** Against a stack, with the packaged models. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadCommandTest {
    private static final String TEXT = "The gantry at pier nine hums like a choir of bees today";
    private static final Interaction ITEM = post("m1", ANA, "t1", 0, TEXT);

    private final Terminal terminal = new Terminal();
    private LocalStore store;

    @BeforeEach
    void start() throws IOException {
        store = new LocalStore();
        store.settings().put(Documents.of("standard/contract", "1MiB"), Instant.now());
        store.history().remember(understood(ITEM), Optional.empty());
    }

    @AfterEach
    void stop() {
        store.close();
        terminal.close();
    }

    @Test
    void given_a_text_when_read_then_every_head_is_told_with_the_words_that_decided() {
        assertThat(terminal.run("", "read", "--lang", "en", "Thank you so much, it works!"))
                .isZero();

        assertThat(terminal.out().lines())
                .anySatisfy(line -> assertThat(line).matches("language +en +\\d\\.\\d\\d +model .*"))
                .anySatisfy(line -> assertThat(line).matches("sentiment +positive .* [+]\\d\\.\\d.*"))
                .anySatisfy(line -> assertThat(line).matches("intents +(praise|thanks) .*Thank [+]\\d\\.\\d.*"))
                .anySatisfy(line -> assertThat(line).matches("urgency +0 .*"))
                .anySatisfy(line -> assertThat(line).matches(" +2[+] +0\\.\\d\\d .*"))
                .anySatisfy(line -> assertThat(line).matches("toxicity +clean .*"));
    }

    @Test
    void given_a_text_on_stdin_when_read_as_json_then_bias_and_parts_add_up_to_each_logit() {
        assertThat(terminal.run("Non funziona niente!", "read", "-", "-o", "json"))
                .isZero();

        var answer = Json.read(terminal.out());
        assertThat(answer.at("language").at("value").text()).isEqualTo("it");
        assertThat(answer.at("reasons").array()).hasSizeGreaterThan(5).allSatisfy(reason -> {
            double sum = number(reason.at("bias"));
            for (var part : reason.at("parts").array()) {
                sum += number(part.at("logit"));
            }
            assertThat(sum).isCloseTo(number(reason.at("logit")), within(1e-9));
        });
    }

    @Test
    void given_an_item_when_corrected_then_its_duplicates_follow_and_versions_can_be_listed_and_rolled_back() {
        assertThat(correct("intents=risk,problem", "urgency=3")).isZero();
        assertThat(terminal.out()).contains("kept as proposal 1: no gain", "follow, as version 2", "2 corrections");

        assertThat(terminal.run("", "read", TEXT.toUpperCase(Locale.ROOT), "--team", "support", "--stack", "prod"))
                .isZero();
        assertThat(terminal.out().lines())
                .contains("intents     risk        1.00  team", "            problem     1.00  team")
                .contains("urgency     3           1.00  team");

        assertThat(ofTeam("--layers")).isZero();
        assertThat(terminal.out().lines()).hasSize(2).first().asString().startsWith("* 2  ");
        assertThat(ofTeam("--rollback", "1")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(terminal.err()).isEqualTo("team support has no version 1 that may read\n");
        assertThat(ofTeam("--rollback", "9")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(ofTeam("--rollback", "0")).isZero();
        assertThat(terminal.out()).isEqualTo("no layer reads from now on\n");
        assertThat(terminal.run("", "read", TEXT, "--team", "support", "--stack", "prod"))
                .isZero();
        assertThat(terminal.out()).doesNotContain("team");
        assertThat(ofTeam("--rollback", "2", "-o", "json")).isZero();
        assertThat(Json.read(terminal.out()).at("active").number()).isEqualTo(2);
    }

    @Test
    void given_a_correction_against_an_owner_when_made_then_it_is_told_who_overrules_it() {
        assertThat(correct("sentiment=negative", "--role", "owner")).isZero();

        assertThat(correct("sentiment=positive", "-o", "json")).isZero();

        var overruled = Json.read(terminal.out()).at("overruled").array().getFirst();
        assertThat(overruled.at("said").text()).isEqualTo("sentiment=positive of ana (member)");
        assertThat(overruled.at("by").text()).isEqualTo("sentiment=negative of ana (owner)");
    }

    @Test
    void given_a_person_who_is_gone_when_corrected_then_it_is_not_found_and_earlier_corrections_are_dropped() {
        assertThat(correct("urgency=3")).isZero();
        store.history().remember(understood(changed(ITEM, Change.DELETED, 3, "")), Optional.empty());
        assertThat(correct("urgency=2")).isEqualTo(Exit.NOT_FOUND.code());
        assertThat(terminal.err())
                .isEqualTo("standard:contract:m1 is not remembered: never seen, hidden, deleted or forgotten\n");
        store.history().remember(understood(post("m2", ANA, "t1", 1, "Something else")), Optional.empty());

        assertThat(ofTeam("--correct", key("m2").toString(), "--by", "ana", "--label", "urgency=1"))
                .isZero();

        assertThat(terminal.out()).contains("dropped: standard:contract:m1 is gone\n");
    }

    @Test
    void given_a_damaged_layer_when_read_then_the_model_reads_alone_and_it_is_said() {
        var trial = new Trial(1, new Trial.Points("folds", 0, 1), List.of());
        var bytes = LayerBytes.of("damaged".getBytes(StandardCharsets.UTF_8));
        store.layers().put("support", bytes, Layers.Kind.TRAINED, trial, Instant.now());
        store.layers().activate("support", 1, Instant.now());

        assertThat(terminal.run("", "read", TEXT, "--team", "support", "--stack", "prod"))
                .isZero();

        assertThat(terminal.err()).isEqualTo("LayersRefused {team=support}: read without its layer\n");
        assertThat(terminal.out()).contains("model");
    }

    @Test
    void given_doubtful_readings_when_offered_then_each_comes_with_the_command_that_corrects_it() {
        assertThat(ofTeam("--offer")).isEqualTo(Exit.NOT_FOUND.code());
        remember("doubtful", 0.2);

        assertThat(ofTeam("--offer")).isZero();

        assertThat(terminal.out()).isEqualTo("""
                standard:contract:doubtful  chat, uncertain (0.20)  hello doubtful
                  scripts/rapporto read --correct 'standard:contract:doubtful' --team support --by NAME --label HEAD=VALUE
                """);
        assertThat(ofTeam("--offer", "-o", "json")).isZero();
        assertThat(Json.read(terminal.out()).at("items").array()).hasSize(1);
    }

    @Test
    void given_words_that_make_no_command_when_run_then_the_code_says_so() {
        assertThat(terminal.run("", "read")).isEqualTo(Exit.USAGE.code());
        assertThat(terminal.run("", "read", "hello", "--offer")).isEqualTo(Exit.USAGE.code());
        assertThat(terminal.run("", "read", "--offer")).isEqualTo(Exit.USAGE.code());
        assertThat(ofTeam("--correct", "m1", "--by", "ana", "--label", "urgency=1"))
                .isEqualTo(Exit.USAGE.code());
        assertThat(correct("urgency=9")).isEqualTo(Exit.USAGE.code());
        assertThat(terminal.err()).isEqualTo("urgency is 9, wanted one of 0, 1, 2, 3\n");
        assertThat(terminal.run("", "read", "--layers", "--team", "sales", "--stack", "prod"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(terminal.err()).isEqualTo("team is sales, wanted one of support\n");
    }

    /** Options among the labels go on as they are. */
    private int correct(String... labels) {
        var words = Stream.of(labels)
                .flatMap(label -> label.contains("=") ? Stream.of("--label", label) : Stream.of(label));
        return ofTeam(Stream.concat(Stream.of("--correct", ITEM.key().toString(), "--by", "ana"), words)
                .toArray(String[]::new));
    }

    private int ofTeam(String... arguments) {
        return terminal.run(
                "",
                Stream.concat(Stream.of("read", "--stack", "prod", "--team", "support"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private void remember(String id, double score) {
        var now = Instant.now();
        var said = post(id, ANA, "t1", 0, "hello " + id);
        var today = new Interaction(
                said.key(),
                said.version(),
                said.change(),
                said.kind(),
                said.origin(),
                said.from(),
                said.thread(),
                now,
                false,
                said.words(),
                said.link(),
                said.language());
        var reading = new Reading(
                1,
                new Label<>("en", 1, LabelSource.MODEL, List.of()),
                new Label<>(Sentiment.UNCERTAIN, score, LabelSource.MODEL, List.of()),
                List.of(new Label<>(Intent.CHAT, 0.9, LabelSource.MODEL, List.of())),
                new Label<>(0, 1, LabelSource.MODEL, List.of()),
                new Label<>(Toxicity.CLEAN, 1, LabelSource.MODEL, List.of()));
        store.history().remember(new Understood(today, reading), Optional.empty());
    }

    private static double number(Field field) {
        return field.node().asDouble();
    }
}
