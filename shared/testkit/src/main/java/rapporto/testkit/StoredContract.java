// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static rapporto.testkit.Given.ANA;
import static rapporto.testkit.Given.BRUNO;
import static rapporto.testkit.Given.MORNING;
import static rapporto.testkit.Given.changed;
import static rapporto.testkit.Given.key;
import static rapporto.testkit.Given.post;
import static rapporto.testkit.Given.thread;
import static rapporto.testkit.Given.understood;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.history.Content;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Stored;
import rapporto.history.Understood;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.reading.Intent;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** The part of {@link HistoryContract} about all that is stored, and its readings. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class StoredContract {
    private static final Interaction HELLO = post("m1", ANA, "t1", 0, "hello");

    /** A history with nothing in it. */
    protected abstract History emptyHistory();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void given_items_to_be_seen_and_not_when_all_that_is_stored_is_paged_then_each_comes_once(int limit) {
        var history = emptyHistory();
        remember(history, HELLO);
        remember(history, post("m2", BRUNO, "t1", 1, "answer"));
        remember(history, post("deleted", ANA, "t2", 2, "gone"));
        remember(history, changed(post("deleted", ANA, "t2", 2, "gone"), Change.DELETED, 3, ""));
        remember(history, post("hidden", ANA, "t2", 2, "away"));
        remember(history, changed(post("hidden", ANA, "t2", 2, "away"), Change.HIDDEN, 3, ""));
        remember(history, changed(post("deleted-first", ANA, "t2", 2, ""), Change.DELETED, 3, ""));

        var all = stored(history, MORNING, limit);
        assertThat(all)
                .extracting(item -> item.memory().key().nativeId())
                .containsExactlyInAnyOrder("m1", "m2", "deleted", "hidden");
        assertThat(all).allSatisfy(item -> assertThat(history.find(item.memory().key()))
                .contains(item.memory()));
        assertThat(stored(emptyHistory(), MORNING, limit)).isEmpty();
    }

    @Test
    void given_items_of_one_second_when_asked_since_a_part_of_it_then_the_earlier_ones_are_left_out() {
        var history = emptyHistory();
        for (var at : List.of("08:59:59.999999", "09:00:00", "09:00:00.120", "09:00:00.123456", "09:00:01")) {
            remember(history, at(HELLO, "at " + at, Instant.parse("2026-01-05T%sZ".formatted(at))));
        }

        assertThat(since(history, "2026-01-05T09:00:00Z")).hasSize(4).doesNotContain("at 08:59:59.999999");
        assertThat(since(history, "2026-01-05T09:00:00.123456Z"))
                .containsExactlyInAnyOrder("at 09:00:00.123456", "at 09:00:01");
        assertThat(since(history, "2026-01-05T09:00:01.000001Z")).isEmpty();
        assertThat(since(history, "1970-01-01T00:00:00Z")).hasSize(5);
    }

    @Test
    void given_a_page_that_is_too_long_when_asked_for_then_it_is_refused() {
        var history = emptyHistory();
        for (int limit : new int[] {0, History.MAX_PAGE + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history.stored(MORNING, Optional.empty(), limit))
                    .withMessageContaining("wanted 1 to 200");
        }
    }

    @Test
    void given_a_reading_of_a_greater_version_when_read_again_then_it_alone_is_replaced() {
        var history = emptyHistory();
        var expiresAt = Optional.of(MORNING.plusSeconds(86_400));
        history.remember(understood(HELLO), expiresAt);
        var before = history.find(key("m1")).orElseThrow();

        assertThat(history.reread(said(history), reading(2, Intent.QUESTION))).isTrue();
        var after = stored(history, MORNING, 10).getFirst();
        assertThat(after.expiresAt()).isEqualTo(expiresAt);
        assertThat(after.memory().content().flatMap(Content::reading)).contains(reading(2, Intent.QUESTION));
        assertThat(after.memory().visibility()).isEqualTo(before.visibility());
        assertThat(said(history).interaction())
                .isEqualTo(before.content().orElseThrow().interaction());
        assertThat(said(history).digest())
                .isEqualTo(before.content().orElseThrow().digest());
        assertThat(history.timeline(ANA, Optional.empty(), 10).entries())
                .containsExactly(Entry.of(HELLO, reading(2, Intent.QUESTION)));
        assertThat(history.thread(thread("t1"), MORNING, Optional.empty(), 10).entries())
                .extracting(Entry::intent)
                .containsExactly(Intent.QUESTION);
    }

    @Test
    void given_a_reading_of_the_same_or_a_smaller_version_when_read_again_then_nothing_changes() {
        var history = emptyHistory();
        history.remember(new Understood(HELLO, reading(2, Intent.QUESTION)), Optional.empty());

        assertThat(history.reread(said(history), reading(2, Intent.IDEA))).isFalse();
        assertThat(history.reread(said(history), reading(1, Intent.IDEA))).isFalse();
        remember(history, HELLO);
        assertThat(said(history).reading()).contains(reading(2, Intent.QUESTION));
    }

    @Test
    void given_an_item_that_was_edited_since_the_look_when_read_again_then_the_edit_keeps_its_reading() {
        var history = emptyHistory();
        remember(history, HELLO);
        var looked = said(history);
        var edit = changed(HELLO, Change.EDITED, 1, "help!");
        history.remember(new Understood(edit, reading(1, Intent.PROBLEM)), Optional.empty());

        assertThat(history.reread(looked, reading(2, Intent.IDEA))).isFalse();
        assertThat(said(history).reading()).contains(reading(1, Intent.PROBLEM));
        assertThat(history.reread(said(history), reading(2, Intent.IDEA))).isTrue();
        assertThat(history.find(key("m1")).orElseThrow().says(understood(edit))).isTrue();
    }

    @Test
    void given_an_item_that_is_gone_when_read_again_then_it_does_not_come_back() {
        var history = emptyHistory();
        remember(history, HELLO);
        var looked = said(history);
        var never = Memory.of(understood(post("never", ANA, "t1", 0, "x")));
        remember(history, changed(HELLO, Change.DELETED, 1, ""));
        var deleted = history.find(key("m1"));

        assertThat(history.reread(looked, reading(2, Intent.IDEA))).isFalse();
        assertThat(history.find(key("m1"))).isEqualTo(deleted);
        assertThat(history.reread(never.content().orElseThrow(), reading(2, Intent.IDEA)))
                .isFalse();
        assertThat(history.find(key("never"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODEL", "RULE", "THREAD", "TEAM"})
    void given_a_reading_by_anybody_when_remembered_then_it_is_found_with_source_score_and_words(String name) {
        var source = LabelSource.valueOf(name);
        var unsure = new Reading(
                7,
                new Label<>("und", 0.125, source, List.of()),
                new Label<>(Sentiment.UNCERTAIN, 0.401, source, List.of("così così", "né, \"né\"")),
                List.of(
                        new Label<>(Intent.ANSWER, 0.5, source, List.of()),
                        new Label<>(Intent.THANKS, 1, source, List.of("grazie"))),
                new Label<>(0, 0.333, source, List.of()),
                new Label<>(Toxicity.UNCERTAIN, 0.5, source, List.of("🙃")));
        var unread = new Reading(
                7,
                unsure.language(),
                new Label<>(Sentiment.UNKNOWN, 0, source, List.of()),
                unsure.intents(),
                unsure.urgency(),
                new Label<>(Toxicity.UNKNOWN, 0, source, List.of()));
        for (var reading : List.of(unsure, unread)) {
            var history = emptyHistory();
            history.remember(new Understood(HELLO, reading), Optional.empty());
            assertThat(said(history).reading()).contains(reading);
        }
    }

    private static Reading reading(int version, Intent intent) {
        var plain = Given.reading(intent, 1);
        return new Reading(
                version, plain.language(), plain.sentiment(), plain.intents(), plain.urgency(), plain.toxicity());
    }

    private static Content said(History history) {
        return history.find(key("m1")).flatMap(Memory::content).orElseThrow();
    }

    private static List<Stored.Item> stored(History history, Instant since, int limit) {
        var all = new ArrayList<Stored.Item>();
        var next = Optional.<String>empty();
        do {
            var page = history.stored(since, next, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    private static List<String> since(History history, String since) {
        return stored(history, Instant.parse(since), 2).stream()
                .map(item -> item.memory().key().nativeId())
                .toList();
    }

    private static void remember(History history, Interaction interaction) {
        history.remember(understood(interaction), Optional.empty());
    }

    private static Interaction at(Interaction i, String id, Instant at) {
        return new Interaction(
                key(id),
                i.version(),
                i.change(),
                i.kind(),
                i.origin(),
                i.from(),
                i.thread(),
                at,
                false,
                i.words(),
                i.link(),
                i.language());
    }
}
