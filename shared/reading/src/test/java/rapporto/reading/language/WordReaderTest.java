// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WordReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ciao Mondo | ciao mondo",
                "l'École n’est pas | l école n est pas",
                "vedi https://example.com/a/b?c=d ora | vedi ora",
                "[qui](https://example.com/a) ora | qui ora",
                "vedi example.com, www.example.org/path e example.test/path ora | vedi e ora",
                "30 anni.Adesso lo sai | anni adesso lo sai",
                "scrivi a mario.rossi+x@example.com ora | scrivi a ora",
                "@mario.rossi <@U024BE7LH> ciao | ciao",
                "ciao #roma | ciao",
                "usa `var x = 1` qui | usa qui",
                "usa ```var x``` qui | usa qui",
                "un ` solo | un solo",
                "bene :tada: &amp; male | bene male",
                "nota: bene | nota bene",
                "covid19 2nd v2 a_b ciao | ciao",
                "perche\u0301 | perché",
                "goooool freddo | gol freddo",
                "ПРИВІТ мир | привіт мир",
                "iPhoneのケース | iphone のケース"
            })
    void given_a_text_when_read_then_only_its_words_come(String text, String words) {
        assertThat(words(text, false)).containsExactly(words.split(" ", -1));
    }

    @Test
    void given_a_link_with_a_name_when_read_then_the_name_counts() {
        assertThat(words("<https://example.com|il nostro sito> ora", false))
                .containsExactly("il", "nostro", "sito", "ora");
    }

    @Test
    void given_hashtags_when_they_count_then_their_words_come_too() {
        assertThat(words("ciao #roma", true)).containsExactly("ciao", "roma");
        assertThat(words("ciao #roma", false)).containsExactly("ciao");
    }

    @Test
    void given_a_very_long_word_when_read_then_its_beginning_counts() {
        assertThat(words("ab".repeat(100), false)).containsExactly("ab".repeat(20));
    }

    @Test
    void given_a_very_long_text_when_read_then_it_ends_where_more_tells_nothing_new() {
        assertThat(words("parola ".repeat(10_000), false)).hasSizeBetween(100, 1_000);
    }

    private static List<String> words(String text, boolean hashtags) {
        var words = new ArrayList<String>();
        var reader = new WordReader(text, hashtags);
        while (reader.next()) {
            assertThat(reader.end()).isGreaterThan(reader.start()).isLessThanOrEqualTo(text.length());
            words.add(new String(reader.padded(), 1, reader.length() - 2));
        }
        return words;
    }
}
