// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeaturiserTest {
    private static final Featuriser FEATURISER =
            new Featuriser(Lexicon.of(Map.of("it", List.of("not non", "good bene"))));

    /** Per character at most four letter groups, a word, a pair, a negated word and the senses of a word. */
    private static final int FEATURES_A_CHARACTER = 10;

    private static final int FEATURES_OF_THE_WHOLE = 10;

    private static Stream<String> hostile() {
        return Stream.of(
                "a".repeat(1 << 20),
                "\u0301".repeat(100_000),
                "a\u0301".repeat(50_000),
                "\ud83d".repeat(50_000),
                "non ".repeat(50_000),
                "?!.".repeat(50_000),
                "😂 ".repeat(50_000),
                "@a ".repeat(50_000),
                "l'aaa".repeat(50_000),
                ":-".repeat(50_000),
                "\u202eمرحبا hello привет 你好 ".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void given_hostile_text_when_read_then_the_work_grows_no_faster_than_the_text(String text) {
        var features = FEATURISER.features(Tokens.of(text), "it", List.of());

        assertThat(features.size()).isLessThanOrEqualTo(FEATURES_OF_THE_WHOLE + FEATURES_A_CHARACTER * text.length());
    }

    @Test
    void given_the_same_text_when_read_twice_then_the_features_are_the_same_in_the_same_order() {
        assertThat(hashes("Non va bene!", "it"))
                .isEqualTo(hashes("Non va bene!", "it"))
                .doesNotHaveDuplicates();
    }

    @Test
    void given_a_negation_when_a_word_follows_then_it_counts_otherwise_than_alone() {
        assertThat(hashes("non va bene", "it"))
                .hasSizeGreaterThan(hashes("ora va bene", "it").size());
    }

    @Test
    void given_a_circumstance_when_it_is_known_then_one_feature_more_comes_from_the_whole() {
        var bare = FEATURISER.features(Tokens.of("va bene"), "it", List.of());
        var reply = FEATURISER.features(Tokens.of("va bene"), "it", List.of("reply:question"));

        assertThat(reply.size()).isEqualTo(bare.size() + 1);
        assertThat(reply.token(reply.size() - 1)).isEqualTo(Features.WHOLE);
    }

    private static List<Integer> hashes(String text, String language) {
        var features = FEATURISER.features(Tokens.of(text), language, List.of());
        return IntStream.range(0, features.size()).mapToObj(features::hash).toList();
    }
}
