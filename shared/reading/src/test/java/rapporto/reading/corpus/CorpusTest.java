// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.reading.Intent;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorpusTest {
    private static final List<String> LANGUAGES = Corpus.LANGUAGES;
    private static final List<String> GUIDE =
            Stream.of(Intent.values()).map(Intent::word).toList();

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void given_a_language_when_read_then_every_item_is_labelled_in_the_words_and_the_order_of_the_guide(
            String language) {
        var known = new HashSet<String>();

        assertThat(Corpus.lines(language + ".tsv").getFirst()).isEqualTo(Corpus.HEADER);
        for (var item : Corpus.of(language)) {
            assertThat(item.id()).matches(language + "-[a-z]\\d{2}-\\d{2,3}");
            assertThat(known.add(item.id())).as(item.id()).isTrue();
            assertThat(item.text()).as(item.id()).isNotBlank();
            assertThat(GUIDE).as(item.id()).containsAll(item.intents());
            assertThat(item.intents())
                    .as(item.id())
                    .isSortedAccordingTo(Comparator.comparing(GUIDE::indexOf))
                    .doesNotHaveDuplicates()
                    .startsWith(item.primary());
            assertThat(item.sentiment()).as(item.id()).isIn("positive", "negative", "neutral");
            assertThat(item.urgency()).as(item.id()).isIn("0", "1", "2", "3");
            assertThat(item.toxic()).as(item.id()).isIn("0", "1");
            item.inReplyTo().ifPresent(parent -> assertThat(known).as(item.id()).contains(parent));
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void given_a_language_when_read_then_settled_points_of_the_guide_hold(String language) {
        for (var item : Corpus.of(language)) {
            if (item.intents().contains("chat")) {
                assertThat(item.intents()).as(item.id()).containsExactly("chat");
            }
            if (item.intents().contains("complaint")) {
                assertThat(item.urgency()).as(item.id()).isNotEqualTo("0");
            }
            if (item.intents().contains("spam")) {
                assertThat(item.urgency() + item.sentiment()).as(item.id()).isEqualTo("0neutral");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void given_a_language_when_compared_then_no_two_items_are_near_duplicates(String language) {
        assertThat(Shingles.pairs(Corpus.of(language), 0.5)).isEmpty();
    }

    @Test
    void given_two_texts_from_one_template_when_compared_then_they_are_told() {
        var items = Stream.of(
                        "it-a01-001\temail\t\tBuongiorno, il mio ordine 4471 non è ancora arrivato, grazie",
                        "it-a01-002\temail\t\tBuongiorno, il mio ordine 9932 non è ancora arrivato!",
                        "it-a01-003\temail\t\tQuando riapre la piscina?")
                .map(start -> CorpusItem.of(start + "\tproblem\tproblem\tneutral\t1\t0"))
                .toList();

        assertThat(Shingles.pairs(items, 0.5))
                .extracting(Shingles.Pair::one, Shingles.Pair::other)
                .containsExactly(tuple("it-a01-001", "it-a01-002"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void given_whole_blocks_held_out_when_counted_then_they_are_about_15_of_a_hundred_items(String language) {
        var items = Corpus.of(language);
        var heldOut = Corpus.heldOutBlocks();
        var blocks = items.stream().map(CorpusItem::block).collect(Collectors.toSet());
        double share =
                items.stream().filter(item -> heldOut.contains(item.block())).count() / (double) items.size();

        assertThat(share).isBetween(0.13, 0.17);
        assertThat(blocks).containsAll(ofLanguage(heldOut, language));
    }

    @Test
    void given_the_readme_when_read_then_its_counts_and_its_agreement_are_those_of_the_files() {
        var readme = String.join("\n", Corpus.lines("README.md"));

        for (var language : LANGUAGES) {
            var items = Corpus.of(language);
            long blocks = items.stream().map(CorpusItem::block).distinct().count();
            assertThat(readme)
                    .contains(String.format(Locale.ROOT, "| `%s` | %,d | %d |", language, items.size(), blocks));
        }
        assertThat(readme).contains(agreement("en"), agreement("it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it"})
    void given_a_disagreement_when_it_is_settled_then_the_corpus_says_what_was_decided(String language) {
        var items = Corpus.of(language).stream().collect(Collectors.toMap(CorpusItem::id, item -> item));
        var second = rows("second/%s.tsv", language).stream().collect(Collectors.toMap(row -> row[0], row -> row));

        for (var settled : rows("settled/%s.tsv", language)) {
            var what = "%s %s".formatted(settled[0], settled[1]);
            assertThat(said(known(items, settled[0]), settled[1])).as(what).isEqualTo(settled[4]);
            assertThat(said(known(second, settled[0]), settled[1])).as(what).isEqualTo(settled[3]);
            assertThat(settled[2]).as(what).isNotEqualTo(settled[3]);
        }
    }

    private static String said(CorpusItem item, String head) {
        return switch (head) {
            case "intents" -> String.join(",", item.intents());
            case "sentiment" -> item.sentiment();
            case "urgency" -> item.urgency();
            default -> item.toxic();
        };
    }

    private static String said(String[] second, String head) {
        return second[
                List.of("id", "primary", "intents", "sentiment", "urgency", "toxic")
                        .indexOf(head)];
    }

    /** Of the labels as both first gave them, before the differences were settled. */
    private static String agreement(String language) {
        var items = Corpus.of(language).stream().collect(Collectors.toMap(CorpusItem::id, item -> item));
        var before = rows("settled/%s.tsv", language).stream()
                .collect(Collectors.toMap(row -> row[0] + row[1], row -> row[2]));
        var second = rows("second/%s.tsv", language);
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %.2f | %.2f | %.2f | %.2f |",
                language,
                second.size(),
                Agreement.nominal(primary(first(second, items, before, "intents")), column(second, 1)),
                Agreement.nominal(first(second, items, before, "sentiment"), column(second, 3)),
                Agreement.quadratic(first(second, items, before, "urgency"), column(second, 4)),
                Agreement.nominal(first(second, items, before, "toxic"), column(second, 5)));
    }

    private static List<String> first(
            List<String[]> rows, Map<String, CorpusItem> items, Map<String, String> before, String head) {
        return rows.stream()
                .map(row -> before.getOrDefault(row[0] + head, said(known(items, row[0]), head)))
                .toList();
    }

    private static <T> T known(Map<String, T> byId, String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    private static List<String> primary(List<String> intents) {
        return intents.stream().map(all -> all.split(",", -1)[0]).toList();
    }

    private static List<String[]> rows(String file, String language) {
        return Corpus.lines(file.formatted(language)).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static List<String> column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toList();
    }

    private static Set<String> ofLanguage(Set<String> blocks, String language) {
        return blocks.stream().filter(block -> block.startsWith(language + "-")).collect(Collectors.toSet());
    }
}
