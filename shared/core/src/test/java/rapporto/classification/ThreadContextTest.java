// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static rapporto.Sample.LUCA;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;
import static rapporto.Sample.SOURCE;
import static rapporto.Sample.says;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.Sample;
import rapporto.channel.Normalised;
import rapporto.delivery.Delivery;
import rapporto.delivery.Envelope;
import rapporto.delivery.Headers;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.ThreadKey;
import rapporto.memory.InMemoryOutbox;
import rapporto.memory.InMemoryTally;
import rapporto.outage.StoreUnavailable;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Item.Answered;
import rapporto.reading.Reading;

/** What a reader is told of the thread that an interaction stands in. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ThreadContextTest {
    private static final Interaction QUESTION = says("m1", MARIA, "t1", MORNING, "how?");
    private static final Interaction REPLY = says("m2", LUCA, "t1", minutes(5), "like this");

    private final WatchedHistory history = new WatchedHistory();
    private final List<Item> read = new ArrayList<>();

    @Test
    void given_a_question_when_somebody_else_replies_then_the_reader_is_told_its_intent_and_urgency() {
        classify(QUESTION, REPLY);

        assertThat(answered()).containsExactly(Optional.empty(), Optional.of(new Answered(Intent.QUESTION, 1, false)));
    }

    @Test
    void given_a_question_when_its_author_writes_again_then_it_is_known_to_be_their_own() {
        classify(QUESTION, REPLY, says("m3", MARIA, "t1", minutes(9), "thanks"));

        assertThat(answered().getLast()).contains(new Answered(Intent.QUESTION, 1, true));
    }

    @Test
    void given_authors_whom_the_channel_does_not_name_when_read_then_they_are_not_the_same_person() {
        classify(by(QUESTION, Optional.empty()), by(REPLY, Optional.empty()));

        assertThat(answered().getLast()).contains(new Answered(Intent.QUESTION, 1, false));
    }

    @Test
    void given_a_repeat_an_edit_and_a_late_opener_when_read_then_nothing_answers_itself_or_what_came_later() {
        classify(REPLY, QUESTION, QUESTION, Sample.changed(QUESTION, Change.EDITED, Long.MAX_VALUE, "how, please?"));

        assertThat(answered()).hasSize(4).containsOnly(Optional.empty());
    }

    @Test
    void given_a_deleted_opener_when_replied_to_then_the_next_item_counts_as_the_first() {
        classify(QUESTION, REPLY, Sample.changed(QUESTION, Change.DELETED, Long.MAX_VALUE, ""));
        classify(says("m3", MARIA, "t1", minutes(9), "thanks"));

        assertThat(answered().getLast()).contains(new Answered(Intent.CHAT, 0, false));
    }

    @Test
    void given_a_thread_that_was_opened_more_than_14_days_ago_when_replied_to_then_it_says_nothing() {
        var fortnight = MORNING.plus(Duration.ofDays(14));
        classify(QUESTION, REPLY);
        classify(says("m3", LUCA, "t1", fortnight, "or so"), says("m4", LUCA, "t1", fortnight.plusMillis(1), "so"));

        assertThat(answered().get(2)).contains(new Answered(Intent.QUESTION, 1, false));
        assertThat(answered().get(3)).isEmpty();
    }

    @Test
    void given_interactions_when_read_then_each_costs_one_query_at_most_and_none_outside_a_thread() {
        classify(in(QUESTION, Optional.empty()));
        classify(in(QUESTION, Optional.of(new ThreadKey("slack", "T1", "m1"))));
        classify(says("m3", LUCA, "t1", minutes(1), ""));
        assertThat(history.queries).isZero();

        classify(REPLY);
        assertThat(history.queries).isEqualTo(1);
    }

    @Test
    void given_a_thread_that_cannot_be_read_when_classified_then_nothing_is_kept_and_the_queue_tries_again() {
        history.failing = true;
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> classify(REPLY));
        assertThat(history.find(REPLY.key())).isEmpty();

        history.failing = false;
        classify(REPLY);
        assertThat(history.find(REPLY.key())).isPresent();
    }

    private List<Optional<Answered>> answered() {
        return read.stream().map(Item::answers).toList();
    }

    private void classify(Interaction... interactions) {
        for (var interaction : interactions) {
            var classification = new Classification(
                    _ -> Optional.of(new FixedChannel(Normalised.Interactions.of(interaction))),
                    this::read,
                    Sample::settings,
                    history,
                    new InMemoryOutbox(),
                    new InMemoryOutbox(),
                    new InMemoryTally(),
                    () -> MORNING);
            classification.classify(Envelope.write(new Delivery(
                    "dl_1", SOURCE, new Headers(Map.of()), "{}".getBytes(StandardCharsets.UTF_8), MORNING)));
        }
    }

    private Reading read(Item item) {
        read.add(item);
        return item.words().text().startsWith("how")
                ? Sample.reading(Intent.QUESTION, 1)
                : Sample.reading(Intent.CHAT, 0);
    }

    private static Interaction by(Interaction i, Optional<Author> author) {
        return with(i, author, i.thread());
    }

    private static Interaction in(Interaction i, Optional<ThreadKey> thread) {
        return with(i, i.from(), thread);
    }

    private static Interaction with(Interaction i, Optional<Author> from, Optional<ThreadKey> thread) {
        return new Interaction(
                i.key(),
                i.version(),
                i.change(),
                i.kind(),
                i.origin(),
                from,
                thread,
                i.at(),
                false,
                i.words(),
                i.link(),
                i.language());
    }

    private static Instant minutes(int minutes) {
        return MORNING.plusSeconds(60L * minutes);
    }
}
