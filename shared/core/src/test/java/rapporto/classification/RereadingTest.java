// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static rapporto.Sample.LUCA;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.changed;
import static rapporto.Sample.key;
import static rapporto.Sample.says;
import static rapporto.Sample.versioned;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.classification.Reread.Skip;
import rapporto.classification.Rereading.Mode;
import rapporto.history.Content;
import rapporto.history.Memory;
import rapporto.history.Understood;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.SourceId;
import rapporto.outage.StoreUnavailable;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Item.Answered;
import rapporto.reading.Reading;
import rapporto.settings.Settings;
import rapporto.settings.SourceSettings;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RereadingTest {
    private static final Interaction QUESTION = says("m1", MARIA, "t1", MORNING, "how?");
    private static final Interaction REPLY = says("m2", LUCA, "t1", MORNING.plusSeconds(60), "so");

    private final WatchedHistory history = new WatchedHistory();
    private final List<Item> read = new ArrayList<>();
    private Settings settings = Sample.settings();

    @Test
    void given_a_greater_version_when_read_again_then_readings_change_and_are_counted_by_head_and_label() {
        remember(QUESTION, REPLY, says("m3", LUCA, "t3", MORNING, "ciao"));

        var report = reread(2, Mode.WRITE);
        assertThat(report.version()).isEqualTo(2);
        assertThat(report.lookedAt()).isEqualTo(3);
        assertThat(report.changed()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.skipped()).isEmpty();
        assertThat(report.labels())
                .containsOnlyKeys("primary", "intents", "urgency")
                .containsEntry("primary", counts("chat -> answer", "chat -> question"))
                .containsEntry("urgency", counts("0 -> 1"));
        assertThat(report.labels().get("intents"))
                .containsEntry("chat -> -", 2L)
                .containsEntry("- -> answer", 1L)
                .containsEntry("- -> question", 1L);
        assertThat(reading("m1").primary().value()).isEqualTo(Intent.QUESTION);
        assertThat(reading("m3").version()).isEqualTo(2);
    }

    @Test
    void given_a_dry_run_when_read_again_then_nothing_is_written_and_the_counts_are_those_of_the_real_run() {
        // By key the reply's turn comes before its opener's: what it is told must not depend on that.
        remember(says("z", MARIA, "t9", MORNING, "how?"), says("a", LUCA, "t9", MORNING.plusSeconds(9), "so"));
        remember(QUESTION, REPLY);

        var dry = reread(2, Mode.DRY_RUN);
        assertThat(history.rereads).isZero();
        assertThat(reading("m1").version()).isEqualTo(1);
        assertThat(reread(2, Mode.WRITE)).isEqualTo(dry);
        assertThat(dry.changed()).isEqualTo(4);
    }

    @Test
    void given_the_same_or_a_smaller_version_when_read_again_then_nothing_is_touched_or_asked() {
        remember(QUESTION, REPLY);
        reread(2, Mode.WRITE);
        history.queries = 0;

        assertThat(reread(2, Mode.WRITE).skipped()).isEqualTo(Map.of(Skip.UP_TO_DATE, 2L));
        assertThat(reread(1, Mode.WRITE).skipped()).isEqualTo(Map.of(Skip.UP_TO_DATE, 2L));
        assertThat(history.rereads).isEqualTo(2);
        assertThat(history.queries).isZero();
    }

    @Test
    void given_a_store_that_fails_half_way_when_started_again_then_it_goes_on_with_what_is_left() {
        remember(QUESTION, REPLY, says("m3", LUCA, "t3", MORNING, "how so?"));
        history.mayReread = 1;
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> reread(2, Mode.WRITE));

        history.mayReread = Integer.MAX_VALUE;
        var rest = reread(2, Mode.WRITE);
        assertThat(rest.skipped()).isEqualTo(Map.of(Skip.UP_TO_DATE, 1L));
        assertThat(rest.changed()).isEqualTo(2);
        assertThat(reading("m2").primary().value()).isEqualTo(Intent.ANSWER);
    }

    @Test
    void given_what_is_gone_or_going_when_read_again_then_it_is_left_alone_with_its_reason() {
        remember(QUESTION, REPLY, changed(QUESTION, Change.DELETED, Long.MAX_VALUE, ""));
        remember(changed(REPLY, Change.HIDDEN, Long.MAX_VALUE, ""));
        history.remember(understood(says("m3", LUCA, "t3", MORNING, "how?")), Optional.of(MORNING));

        var report = reread(2, Mode.WRITE);
        assertThat(report.skipped()).isEqualTo(Map.of(Skip.DELETED, 1L, Skip.HIDDEN, 1L, Skip.EXPIRED, 1L));
        assertThat(report.lookedAt()).isEqualTo(3);
        assertThat(history.rereads).isZero();
    }

    @Test
    void given_an_item_that_is_edited_between_look_and_write_when_read_again_then_the_edit_stays_as_it_was_read() {
        remember(QUESTION);
        history.meanwhile = () -> remember(changed(QUESTION, Change.EDITED, Long.MAX_VALUE, "never mind"));

        assertThat(reread(2, Mode.WRITE).skipped()).isEqualTo(Map.of(Skip.OVERTAKEN, 1L));
        assertThat(reading("m1").version()).isEqualTo(1);
    }

    @Test
    void given_older_items_when_read_again_since_a_time_then_they_are_not_looked_at_but_still_say_what_is_answered() {
        remember(QUESTION, REPLY);

        var report = rereading(2).reread(REPLY.at(), Optional.empty(), Mode.WRITE);
        assertThat(report.lookedAt()).isEqualTo(1);
        assertThat(reading("m1").version()).isEqualTo(1);
        assertThat(reading("m2").primary().value()).isEqualTo(Intent.ANSWER);
    }

    @Test
    void given_the_only_source_of_a_channel_when_read_again_then_its_language_team_and_thread_are_told() {
        remember(QUESTION, REPLY);
        reread(2, Mode.WRITE);

        var reply = read.stream()
                .filter(item -> item.words().text().equals("so"))
                .findFirst()
                .orElseThrow();
        assertThat(reply)
                .isEqualTo(new Item(
                        REPLY.words(),
                        Optional.of("slack"),
                        Optional.of("support"),
                        Optional.of("it"),
                        Optional.of(new Answered(Intent.QUESTION, 1, false))));
    }

    @Test
    void given_several_sources_of_a_channel_when_read_again_then_only_what_they_agree_on_is_told() {
        settings = with(source("slack/other", "support", "en"), source("github/demo", "legal", "de"));
        remember(QUESTION);
        reread(2, Mode.WRITE);

        assertThat(read.getLast().team()).contains("support");
        assertThat(read.getLast().usualLanguage()).isEmpty();
    }

    @Test
    void given_one_source_when_read_again_then_items_of_others_and_of_nobody_knows_which_are_left_alone() {
        settings = with(source("github/demo", "legal", "de"));
        remember(QUESTION);
        assertThat(only("github/demo").skipped()).isEqualTo(Map.of(Skip.OTHER_SOURCE, 1L));
        settings = with(source("slack/other", "support", "en"));
        assertThat(only("slack/demo").skipped()).isEqualTo(Map.of(Skip.SOURCE_UNKNOWN, 1L));
        settings = with(source("slack/t1", "support", "en"));
        assertThat(only("slack/demo").skipped()).isEqualTo(Map.of(Skip.SOURCE_UNKNOWN, 1L));

        settings = Sample.settings();
        assertThat(only("slack/demo").changed()).isEqualTo(1);
    }

    private static SortedMap<String, Long> counts(String... names) {
        var counts = new TreeMap<String, Long>();
        for (var name : names) {
            counts.put(name, 1L);
        }
        return counts;
    }

    private Settings with(SourceSettings... others) {
        var known = Sample.settings();
        var sources = new ArrayList<>(known.sources());
        sources.addAll(List.of(others));
        return new Settings(known.communities(), known.teams(), sources, known.policy());
    }

    private static SourceSettings source(String id, String team, String language) {
        return new SourceSettings(
                SourceId.parse(id), "customers", Optional.of(language), team, Set.of(), 1_024, Optional.empty());
    }

    private Reread only(String source) {
        return rereading(2).reread(Instant.EPOCH, Optional.of(SourceId.parse(source)), Mode.WRITE);
    }

    private Reread reread(int version, Mode mode) {
        return rereading(version).reread(MORNING.minus(Duration.ofDays(1)), Optional.empty(), mode);
    }

    private Rereading rereading(int version) {
        return new Rereading(item -> read(version, item), () -> settings, history, () -> MORNING);
    }

    private Reading read(int version, Item item) {
        read.add(item);
        if (item.words().text().startsWith("how")) {
            return versioned(version, Sample.reading(Intent.QUESTION, 1));
        }
        boolean answers =
                item.answers().filter(to -> to.intent() == Intent.QUESTION).isPresent();
        return versioned(version, Sample.reading(answers ? Intent.ANSWER : Intent.CHAT, 0));
    }

    private void remember(Interaction... interactions) {
        for (var interaction : interactions) {
            history.remember(understood(interaction), Optional.empty());
        }
    }

    private static Understood understood(Interaction interaction) {
        return Sample.chat(interaction);
    }

    private Reading reading(String id) {
        return history.find(key(id))
                .flatMap(Memory::content)
                .flatMap(Content::reading)
                .orElseThrow();
    }
}
