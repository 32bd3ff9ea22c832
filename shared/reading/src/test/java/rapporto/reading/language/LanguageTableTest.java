// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguageTableTest {
    private static final List<String> LATIN = List.of("en", "it");
    private static final List<String> CYRILLIC = List.of("ru", "uk");
    private static final Certainty CERTAINTY = new Certainty(0.05f, 0.3f, 0.01f);

    /** Every group of {@code word} says 3 for the language at {@code place} and -2 for the next. */
    private static LanguageTable table(String word, int place) {
        var keys = new TreeMap<Integer, Integer>();
        var padded = padded(word);
        LetterGroups.visit(padded, padded.length, (key, letters) -> {
            boolean longer = letters > 1 && letters < LetterGroups.LONGEST;
            keys.merge(2 * key, longer ? 1 : 0, Math::max);
        });
        var rows = new byte[keys.size() * LanguageTable.LANES];
        Arrays.fill(rows, (byte) LanguageTable.ZERO);
        for (int row = 0; row < keys.size(); row++) {
            rows[row * LanguageTable.LANES + place] = (byte) (LanguageTable.ZERO + 3);
            rows[row * LanguageTable.LANES + place + 1] = (byte) (LanguageTable.ZERO - 2);
        }
        var packed = keys.entrySet().stream()
                .mapToInt(entry -> entry.getKey() + entry.getValue())
                .toArray();
        return new LanguageTable(LATIN, CYRILLIC, CERTAINTY, packed, rows);
    }

    private static char[] padded(String word) {
        return (LetterGroups.EDGE + word + LetterGroups.EDGE).toCharArray();
    }

    private static int[] weigh(LanguageTable table, String word) {
        var sums = new int[LanguageTable.LANES];
        var padded = padded(word);
        table.weigh(padded, padded.length, new int[LanguageTable.MOST_GROUPS], sums, 0);
        return sums;
    }

    private static int groups(String word) {
        int[] count = new int[1];
        var padded = padded(word);
        LetterGroups.visit(padded, padded.length, (_, _) -> count[0]++);
        return count[0];
    }

    @Test
    void given_a_word_of_the_table_when_weighed_then_each_of_its_groups_counts_once() {
        for (int place = 0; place < LanguageTable.LANES - 1; place++) {
            var sums = weigh(table("grazie", place), "grazie");

            assertThat(sums[place]).isEqualTo(3 * groups("grazie"));
            assertThat(sums[place + 1]).isEqualTo(-2 * groups("grazie"));
            assertThat(Arrays.stream(sums).filter(sum -> sum != 0)).hasSize(2);
        }
    }

    @Test
    void given_another_word_when_weighed_then_only_the_groups_in_common_count() {
        // Of "_zie_" these are in the table: zi zie zie_ ie ie_ e_
        assertThat(weigh(table("grazie", 0), "zie")[0]).isEqualTo(18);
        assertThat(weigh(table("grazie", 0), "uuu")).containsOnly(0);
    }

    @Test
    void given_the_longest_word_when_weighed_then_its_sums_do_not_overflow() {
        var longest = "ab".repeat((LanguageTable.LONGEST_WORD - 2) / 2);

        assertThat(weigh(table(longest, 0), longest)[0]).isEqualTo(3 * groups(longest));
        assertThat(groups(longest)).isLessThanOrEqualTo(LanguageTable.MOST_GROUPS);
        assertThat(LanguageTable.MOST_GROUPS * 255).isLessThan(1 << 16);
    }

    @Test
    void given_a_table_when_written_and_read_then_it_is_the_same() throws IOException {
        var read = LanguageTable.read(input(written(table("grazie", 1))));

        assertThat(read.latin()).isEqualTo(LATIN);
        assertThat(read.cyrillic()).isEqualTo(CYRILLIC);
        assertThat(read.certainty()).isEqualTo(CERTAINTY);
        assertThat(weigh(read, "grazie")).isEqualTo(weigh(table("grazie", 1), "grazie"));
        assertThat(written(read)).isEqualTo(written(table("grazie", 1)));
    }

    @Test
    void given_more_behind_it_when_read_then_no_byte_of_that_is_taken() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(written(table("grazie", 1)));
        bytes.write(77);
        var in = input(bytes.toByteArray());

        var identifier = LanguageIdentifier.read(in);

        assertThat(in.read()).isEqualTo(77);
        assertThat(identifier.identify("grazie", Optional.empty()).language()).isEqualTo("it");
    }

    @Test
    void given_another_format_when_read_then_the_fault_is_named() {
        assertThatThrownBy(() -> LanguageTable.read(input(new byte[] {9})))
                .isInstanceOf(IOException.class)
                .hasMessage("language table: format is 9, wanted 1");
    }

    @Test
    void given_sums_when_made_probabilities_then_they_add_up_and_fewer_letters_are_more_certain_for_like_sums() {
        var sums = new int[] {40, 10, -20};

        var few = CERTAINTY.probabilities(sums, 3, 5);
        var many = CERTAINTY.probabilities(sums, 3, 50);

        assertThat(Arrays.stream(few).sum()).isCloseTo(1, within(1e-9));
        assertThat(few[0]).isGreaterThan(many[0]);
        assertThat(many[0]).isGreaterThan(many[1]);
    }

    private static byte[] written(LanguageTable table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        table.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream input(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
