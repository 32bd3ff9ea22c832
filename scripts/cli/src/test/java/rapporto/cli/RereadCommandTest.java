// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.testkit.Given.ANA;
import static rapporto.testkit.Given.BRUNO;
import static rapporto.testkit.Given.changed;
import static rapporto.testkit.Given.key;
import static rapporto.testkit.Given.post;
import static rapporto.testkit.Given.understood;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import rapporto.history.Content;
import rapporto.history.Memory;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.json.Json;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Reading;

/** Against a stack, with a reader of version 2 that knows a question when it sees one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RereadCommandTest {
    private static final Interaction QUESTION = post("m1", ANA, "t1", 0, "how?");

    private final Terminal terminal = new Terminal();
    private LocalStore store;

    @BeforeEach
    void start() throws IOException {
        store = new LocalStore();
        store.settings().put(Documents.of("standard/contract", "1MiB"), Instant.now());
        remember(QUESTION);
        remember(post("m2", BRUNO, "t1", 1, "hello"));
        remember(post("m3", ANA, "t2", 2, "how so?"));
        remember(changed(post("m3", ANA, "t2", 2, "how so?"), Change.DELETED, 3, ""));
    }

    @AfterEach
    void stop() {
        store.close();
        terminal.close();
    }

    @Test
    void given_stored_items_when_read_again_then_the_dry_run_the_run_and_the_next_run_say_what_happens() {
        var counts = """
                       3  looked at by version 2 of the reader
                       1  %s
                       1    intents    - -> question
                       1    intents    chat -> -
                       1    primary    chat -> question
                       1    urgency    0 -> 1
                       1  read again, same labels
                       1  left alone: deleted or forgotten
                """;
        assertThat(reread("--since", "2026-01-05", "--dry-run")).isZero();
        assertThat(terminal.out()).isEqualTo(counts.formatted("would change"));
        assertThat(terminal.err()).isEqualTo("nothing was written; do it without --dry-run\n");
        assertThat(versionOf("m1")).isEqualTo(1);

        assertThat(reread("--since", "2026-01-05T09:00:00Z")).isZero();
        assertThat(terminal.out()).isEqualTo(counts.formatted("changed"));
        assertThat(terminal.err()).isEmpty();
        assertThat(versionOf("m1")).isEqualTo(2);

        assertThat(reread("--since", "2026-01-05")).isZero();
        assertThat(terminal.out()).isEqualTo("""
                       3  looked at by version 2 of the reader
                       0  changed
                       0  read again, same labels
                       1  left alone: deleted or forgotten
                       2  left alone: read by this version already
                """);
    }

    @Test
    void given_a_source_when_read_again_as_json_then_the_counts_are_fields() {
        assertThat(reread("--since", "2026-01-05", "--source", "standard/contract", "-o", "json"))
                .isZero();

        var report = Json.read(terminal.out());
        assertThat(report.at("schema").number()).isEqualTo(1);
        assertThat(report.at("version").number()).isEqualTo(2);
        assertThat(report.at("dryRun").isTrue()).isFalse();
        assertThat(report.at("lookedAt").number()).isEqualTo(3);
        assertThat(report.at("changed").number()).isEqualTo(1);
        assertThat(report.at("unchanged").number()).isEqualTo(1);
        assertThat(report.at("labels").at("primary").at("chat -> question").number())
                .isEqualTo(1);
        assertThat(report.at("skipped").at("deleted").number()).isEqualTo(1);
    }

    @Test
    void given_wrong_words_when_run_then_the_code_says_what_was_wrong_and_nothing_is_read() {
        assertThat(reread("--since", "yesterday")).isEqualTo(Exit.USAGE.code());
        assertThat(terminal.err()).isEqualTo("since is yesterday, wanted 2026-01-05 or 2026-01-05T09:00:00Z\n");
        assertThat(reread()).isEqualTo(Exit.USAGE.code());
        assertThat(reread("--since", "2026-01-05", "--source", "standard")).isEqualTo(Exit.USAGE.code());
        assertThat(reread("--since", "2026-01-05", "--source", "standard/other"))
                .isEqualTo(Exit.NOT_FOUND.code());
        assertThat(versionOf("m1")).isEqualTo(1);
    }

    private int reread(String... arguments) {
        var words = Stream.concat(Stream.of("--stack", "prod"), Arrays.stream(arguments));
        var command = new CommandLine(new RereadCommand(() -> RereadCommandTest::read))
                .setExecutionExceptionHandler((fault, _, _) -> Exit.tell(fault))
                .setCaseInsensitiveEnumValuesAllowed(true);
        return terminal.run(command, words.toArray(String[]::new));
    }

    private static Reading read(Item item) {
        var plain = item.words().text().startsWith("how")
                ? rapporto.testkit.Given.reading(Intent.QUESTION, 1)
                : rapporto.testkit.Given.reading();
        return new Reading(2, plain.language(), plain.sentiment(), plain.intents(), plain.urgency(), plain.toxicity());
    }

    private int versionOf(String id) {
        return store.history()
                .find(key(id))
                .flatMap(Memory::content)
                .flatMap(Content::reading)
                .orElseThrow()
                .version();
    }

    private void remember(Interaction interaction) {
        store.history().remember(understood(interaction), Optional.empty());
    }
}
