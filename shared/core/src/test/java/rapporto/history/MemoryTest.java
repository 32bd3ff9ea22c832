// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static rapporto.Sample.LUCA;
import static rapporto.Sample.MARIA;
import static rapporto.Sample.MORNING;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rapporto.Sample;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.Interaction;
import rapporto.interaction.Words;
import rapporto.reading.Intent;

class MemoryTest {
    @Provide
    Arbitrary<Understood> states() {
        var change = Arbitraries.of(Change.values());
        var version = Arbitraries.longs().between(1, 4);
        var text = Arbitraries.of("one", "two", "three");
        var minute = Arbitraries.integers().between(0, 3);
        var arrival = Arbitraries.of(true, false);
        var author =
                Arbitraries.of(Optional.of(Author.of(MARIA)), Optional.of(Author.of(LUCA)), Optional.<Author>empty());
        return Combinators.combine(change, version, text, minute, arrival, author)
                .as((c, v, t, m, a, who) -> Sample.chat(state(c, v, t, m, a, who)));
    }

    @Provide
    Arbitrary<List<Understood>> manyStates() {
        return states().list().ofMinSize(1).ofMaxSize(6);
    }

    @Property
    void any_two_states_merge_the_same_either_way(@ForAll("states") Understood one, @ForAll("states") Understood two) {
        assertThat(Memory.of(one).merge(Memory.of(two)))
                .isEqualTo(Memory.of(two).merge(Memory.of(one)));
    }

    @Property
    void any_three_states_merge_the_same_however_grouped(
            @ForAll("states") Understood one, @ForAll("states") Understood two, @ForAll("states") Understood three) {
        var left = Memory.of(one).merge(Memory.of(two)).merge(Memory.of(three));
        var right = Memory.of(one).merge(Memory.of(two).merge(Memory.of(three)));

        assertThat(left).isEqualTo(right);
    }

    @Property
    void any_state_that_comes_again_changes_nothing(@ForAll("manyStates") List<Understood> states) {
        var memory = states.stream().map(Memory::of).reduce(Memory::merge).orElseThrow();

        for (var state : states) {
            assertThat(memory.merge(Memory.of(state))).isEqualTo(memory);
        }
    }

    @Property
    void a_memory_that_was_read_again_is_not_changed_by_a_state_that_comes_again(
            @ForAll("manyStates") List<Understood> states) {
        var memory = states.stream().map(Memory::of).reduce(Memory::merge).orElseThrow();
        var better = Sample.versioned(2, Sample.reading(Intent.QUESTION, 1));
        var read = memory.content().map(said -> memory.reread(said, better)).orElse(memory);

        for (var state : states) {
            assertThat(read.merge(Memory.of(state))).isEqualTo(read);
        }
        assertThat(read.isVisible()).isEqualTo(memory.isVisible());
        assertThat(read.content()
                        .flatMap(Content::reading)
                        .filter(better::equals)
                        .isPresent())
                .isEqualTo(memory.isVisible());
    }

    @Property
    void a_deleted_item_has_no_words_and_never_comes_back(@ForAll("manyStates") List<Understood> states) {
        var deleted = Sample.chat(state(Change.DELETED, 2, "", 1, false, Optional.empty()));
        var memory = states.stream().map(Memory::of).reduce(Memory.of(deleted), Memory::merge);

        assertThat(memory.isVisible()).isFalse();
        assertThat(memory.content().map(content -> content.interaction().words()))
                .isIn(Optional.empty(), Optional.of(Words.NONE));
        assertThat(memory.content().flatMap(Content::reading)).isEmpty();
    }

    @Example
    void a_re_sent_item_without_a_time_of_its_own_keeps_the_first_arrival() {
        var first = Sample.chat(state(Change.CREATED, 1, "one", 0, true, Optional.empty()));
        var again = Sample.chat(state(Change.CREATED, 3, "one", 2, true, Optional.empty()));
        var memory = Memory.of(first);

        assertThat(memory.merge(Memory.of(again))).isEqualTo(memory);
        assertThat(memory.says(again)).isTrue();
    }

    @Example
    void memories_of_two_items_do_not_merge() {
        var one = Memory.of(Sample.chat(Sample.says("m1", MARIA, "t", MORNING, "one")));
        var two = Memory.of(Sample.chat(Sample.says("m2", MARIA, "t", MORNING, "one")));

        assertThatIllegalArgumentException().isThrownBy(() -> one.merge(two));
    }

    private static Interaction state(
            Change change, long version, String text, int minute, boolean arrival, Optional<Author> from) {
        var post = Sample.says("m1", MARIA, "t1", MORNING, text);
        return new Interaction(
                post.key(),
                version,
                change,
                post.kind(),
                post.origin(),
                from,
                post.thread(),
                MORNING.plusSeconds(60L * minute),
                arrival,
                post.words(),
                post.link(),
                post.language());
    }
}
