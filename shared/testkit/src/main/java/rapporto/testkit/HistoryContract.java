// SPDX-License-Identifier: Apache-2.0
package rapporto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.testkit.Given.ANA;
import static rapporto.testkit.Given.BRUNO;
import static rapporto.testkit.Given.MORNING;
import static rapporto.testkit.Given.changed;
import static rapporto.testkit.Given.key;
import static rapporto.testkit.Given.post;
import static rapporto.testkit.Given.thread;
import static rapporto.testkit.Given.understood;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.history.Entry;
import rapporto.history.History;
import rapporto.history.Remembered;
import rapporto.history.Remembered.Outcome;
import rapporto.interaction.Change;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Interaction;
import rapporto.interaction.Origin;
import rapporto.interaction.Words;

/** What every {@link History} does. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class HistoryContract extends StoredContract {
    @Test
    void given_a_remembered_item_when_remembered_again_then_nothing_changes() {
        var history = emptyHistory();
        var hello = post("m1", ANA, "t1", 0, "hello");

        assertThat(remember(history, hello)).isEqualTo(Outcome.NEW);
        var first = history.find(key("m1"));
        assertThat(remember(history, hello)).isEqualTo(Outcome.REPEATED);
        assertThat(history.find(key("m1"))).isEqualTo(first);
        assertThat(texts(history, 10)).containsExactly("hello");
    }

    @Test
    void given_an_edit_when_the_older_state_comes_late_then_the_edit_stays() {
        var history = emptyHistory();
        var original = post("m1", ANA, "t1", 0, "helo");
        var edit = changed(original, Change.EDITED, 5, "hello");

        assertThat(remember(history, edit)).isEqualTo(Outcome.NEW);
        assertThat(remember(history, original)).isEqualTo(Outcome.REPEATED);
        assertThat(texts(history, 10)).containsExactly("hello");
    }

    @Test
    void given_a_deletion_that_came_first_when_the_original_comes_then_it_stays_deleted_and_wordless() {
        var history = emptyHistory();
        var original = post("m1", ANA, "t1", 0, "a secret");

        assertThat(remember(history, changed(original, Change.DELETED, 1, ""))).isEqualTo(Outcome.NEW);
        assertThat(remember(history, original)).isEqualTo(Outcome.CHANGED);
        var memory = history.find(key("m1")).orElseThrow();

        assertThat(memory.isVisible()).isFalse();
        assertThat(memory.content().orElseThrow().interaction().words()).isEqualTo(Words.NONE);
        assertThat(memory.content().orElseThrow().interaction().from()).isEqualTo(original.from());
        assertThat(texts(history, 10)).isEmpty();
    }

    @Test
    void given_a_hidden_item_when_it_is_restored_later_then_its_words_are_back() {
        var history = emptyHistory();
        var original = post("m1", ANA, "t1", 0, "hello");

        remember(history, original);
        remember(history, changed(original, Change.HIDDEN, 1, ""));
        assertThat(texts(history, 10)).isEmpty();
        remember(history, changed(original, Change.RESTORED, 2, "hello"));
        assertThat(texts(history, 10)).containsExactly("hello");
    }

    @Test
    void given_all_states_of_an_item_when_they_come_in_any_order_then_the_memory_is_the_same() {
        var original = post("m1", ANA, "t1", 0, "one");
        var states = new ArrayList<>(List.of(
                original,
                original,
                changed(original, Change.EDITED, 1, "two"),
                changed(original, Change.HIDDEN, 2, ""),
                changed(original, Change.RESTORED, 3, "three"),
                changed(original, Change.EDITED, 4, "four")));
        var expected = after(states);

        var random = new Random(20260105);
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(states, random);
            assertThat(after(states)).isEqualTo(expected);
        }
        assertThat(expected).isEqualTo("four");
    }

    @Test
    void given_a_long_text_when_remembered_then_it_is_found_whole_and_listed_short() {
        var history = emptyHistory();
        var text = "Buongiorno, è già la terza volta che scrivo. ".repeat(40).strip();
        remember(history, post("m1", ANA, "t1", 0, text));

        var found = history.find(key("m1")).orElseThrow().content().orElseThrow();
        assertThat(found.interaction().words().text()).isEqualTo(text);
        assertThat(texts(history, 1).getFirst())
                .hasSize(Entry.EXCERPT_CHARACTERS)
                .endsWith("…");
    }

    @Test
    void given_many_items_when_the_timeline_is_paged_then_all_come_newest_first_and_once() {
        var history = emptyHistory();
        for (int minute = 0; minute < 7; minute++) {
            remember(history, post("m" + minute, ANA, "t1", minute, "text " + minute));
        }
        remember(history, post("other", BRUNO, "t1", 3, "not hers"));

        var seen = new ArrayList<String>();
        Optional<String> next = Optional.empty();
        do {
            var page = history.timeline(ANA, next, 3);
            page.entries().forEach(entry -> seen.add(entry.excerpt()));
            next = page.next();
        } while (next.isPresent());
        assertThat(seen).containsExactly("text 6", "text 5", "text 4", "text 3", "text 2", "text 1", "text 0");
    }

    @Test
    void given_a_thread_when_read_then_everybody_is_in_it_oldest_first() {
        var history = emptyHistory();
        remember(history, post("m2", BRUNO, "t1", 2, "answer"));
        remember(history, post("m1", ANA, "t1", 1, "question"));
        remember(history, post("m3", ANA, "t2", 3, "elsewhere"));

        var page = history.thread(thread("t1"), MORNING, Optional.empty(), 10);
        assertThat(page.entries()).extracting(Entry::excerpt).containsExactly("question", "answer");
        assertThat(history.thread(thread("t1"), MORNING.plusSeconds(90), Optional.empty(), 10)
                        .entries())
                .extracting(Entry::excerpt)
                .containsExactly("answer");
    }

    @Test
    void given_a_bot_and_ourselves_when_they_post_then_they_are_in_the_thread_and_have_no_timeline() {
        var history = emptyHistory();
        remember(history, post("m1", ANA, "t1", 1, "bot").by(Origin.BOT));
        remember(history, post("m2", ANA, "t1", 2, "own").by(Origin.OWN));

        assertThat(texts(history, 10)).isEmpty();
        assertThat(history.thread(thread("t1"), MORNING, Optional.empty(), 10).entries())
                .extracting(Entry::origin)
                .containsExactly(Origin.BOT, Origin.OWN);
    }

    @Test
    void given_an_unknown_key_when_looked_for_then_there_is_nothing() {
        assertThat(emptyHistory().find(new ContentKey("standard", "contract", "never")))
                .isEmpty();
    }

    @Test
    void given_four_who_remember_the_same_states_at_once_then_each_is_kept_once() throws Exception {
        var history = emptyHistory();
        var original = post("m1", ANA, "t1", 0, "one");
        List<Interaction> states = List.of(
                original,
                changed(original, Change.EDITED, 1, "two"),
                changed(original, Change.EDITED, 2, "three"),
                changed(original, Change.EDITED, 3, "four"));

        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> races = states.stream()
                    .<Callable<Outcome>>map(state -> () -> remember(history, state))
                    .toList();
            var outcomes = racers.invokeAll(races).stream()
                    .map(race -> race.resultNow())
                    .toList();
            assertThat(outcomes).filteredOn(Outcome.NEW::equals).hasSize(1);
        }
        assertThat(texts(history, 10)).containsExactly("four");
    }

    private String after(List<Interaction> states) {
        var history = emptyHistory();
        states.forEach(state -> remember(history, state));
        return history.find(key("m1"))
                .flatMap(memory -> memory.content())
                .map(content -> content.interaction().words().text())
                .orElse("");
    }

    private static Outcome remember(History history, Interaction interaction) {
        Remembered remembered = history.remember(understood(interaction), Optional.empty());
        return remembered.outcome();
    }

    private static List<String> texts(History history, int limit) {
        return history.timeline(ANA, Optional.empty(), limit).entries().stream()
                .map(Entry::excerpt)
                .toList();
    }
}
