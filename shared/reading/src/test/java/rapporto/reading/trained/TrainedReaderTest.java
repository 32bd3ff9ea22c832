// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.interaction.Words;
import rapporto.reading.Intent;
import rapporto.reading.Item;
import rapporto.reading.Item.Answered;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.Reading;
import rapporto.reading.Sentiment;
import rapporto.reading.Toxicity;

/** The reader with the packaged models, on texts that trained none of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrainedReaderTest {
    private static final TrainedReader READER = PackagedReader.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it | Da ieri il pagamento mi è stato addebitato due volte. Se non rimborsate entro domani mi rivolgo a un avvocato. | avvocato",
                "en | I was charged twice for the same order. Refund me by Friday or you will hear from my solicitor. | solicitor"
            })
    void given_a_complaint_with_a_legal_threat_when_read_then_it_is_a_risk_and_the_deciding_words_are_named(
            String language, String text, String word) {
        var reading = read(text);

        assertThat(reading.language().value()).isEqualTo(language);
        assertThat(reading.primary().value()).isEqualTo(Intent.RISK);
        assertThat(reading.primary().words()).contains(word);
        assertThat(reading.urgency().value()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grazie mille per avermi lasciato tre ore al telefono, davvero complimenti.",
                "love how the app logs me out every single time. genius."
            })
    void given_sarcastic_thanks_when_read_then_it_is_a_complaint_and_no_thanks(String text) {
        assertThat(intents(read(text))).contains(Intent.COMPLAINT).doesNotContain(Intent.THANKS, Intent.PRAISE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ma vi sembra normale aspettare due mesi per un rimborso?",
                "E secondo voi io dovrei pagare anche questo?",
                "Ma chi risponde al telefono da voi, i fantasmi?"
            })
    void given_a_rhetorical_question_when_read_then_it_is_no_question(String text) {
        assertThat(intents(read(text))).doesNotContain(Intent.QUESTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Grazie mille a Chiara per la pazienza, adesso funziona tutto! | THANKS",
                "Qualcuno sa come si cambia il proprietario di un progetto? | QUESTION",
                "Does anyone know how I can change the owner of a project? | QUESTION",
                "The export button does nothing since this morning's update. | PROBLEM",
                "Buongiorno, sono una giornalista e vorrei un vostro commento per un articolo. | PRESS",
                "Vi mando il mio curriculum, cercate ancora un magazziniere? | JOB",
                "We would like to resell your product in Spain. | OFFER",
                "It would be nice to export the calendar as PDF. | IDEA",
                "buy 10k followers cheap, link in bio, 50% off today!!! | SPAM",
                "The new dashboard is fantastic, great work. | PRAISE"
            })
    void given_a_plain_item_when_read_then_its_primary_intent_is_the_guides(String text, Intent intent) {
        assertThat(read(text).primary().value()).isEqualTo(intent);
    }

    @Test
    void given_feelings_and_insults_when_read_then_they_are_told_apart() {
        assertThat(read("Che spettacolo ieri sera, la mostra più bella dell'anno ❤️")
                        .sentiment()
                        .value())
                .isEqualTo(Sentiment.POSITIVE);
        assertThat(read("Ennesima giornata buttata, sono furioso").sentiment().value())
                .isEqualTo(Sentiment.NEGATIVE);
        assertThat(read("Siete degli incapaci di merda").toxicity().value()).isEqualTo(Toxicity.TOXIC);
        assertThat(read("Il nuovo modulo è scomodo e lento").toxicity().value()).isEqualTo(Toxicity.CLEAN);
    }

    @Test
    void given_a_language_that_no_head_was_trained_for_when_read_then_unknown_is_said_and_nothing_guessed() {
        var reading = read("Это не работает, верните деньги");

        assertThat(reading.language().value()).isEqualTo("ru");
        assertThat(reading.sentiment().value()).isEqualTo(Sentiment.UNKNOWN);
        assertThat(reading.toxicity().value()).isEqualTo(Toxicity.UNKNOWN);
        assertThat(reading.primary()).isEqualTo(new Label<>(Intent.CHAT, 0, LabelSource.MODEL, List.of()));
        assertThat(reading.urgency().value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u0000", "?", "👍", "https://example.org", "\uD800", "\u202e", "ﷺﷺﷺ", "``` ` ```"})
    void given_a_text_without_language_when_read_then_it_says_so_and_waits_for_nobody(String text) {
        var reading = read(text);

        assertThat(reading.language().value()).isIn("und", "ar");
        assertThat(reading.intents()).isNotEmpty();
        assertThat(reading.urgency().value()).isLessThanOrEqualTo(1);
    }

    @Test
    void given_hostile_texts_when_read_then_they_are_read_like_any_other() {
        for (var text : List.of("a".repeat(1 << 20), "\u0301".repeat(100_000), "avvocato ".repeat(30_000))) {
            assertThat(read(text).intents()).isNotEmpty();
        }
    }

    @Test
    void given_every_label_when_read_then_its_words_stand_in_the_text() {
        var text = "Da ieri il sito NON funziona, ho la cassa ferma e 30 clienti in fila: rispondete!!";
        var reading = read(text);

        assertThat(reading.intents())
                .allSatisfy(label -> assertThat(label.words()).isNotEmpty().allSatisfy(word -> assertThat(text)
                        .contains(word)));
        assertThat(reading.urgency().words()).isNotEmpty().allSatisfy(word -> assertThat(text)
                .contains(word));
    }

    @Test
    void given_a_bare_reply_to_a_question_when_another_member_wrote_it_then_it_is_a_candidate_answer() {
        var reply = Item.of(Words.of("", "in fondo alla pagina, sotto il logo")).in(Optional.of("it"));

        assertThat(intents(READER.read(reply.to(new Answered(Intent.QUESTION, 1, false)))))
                .contains(Intent.ANSWER);
        assertThat(intents(READER.read(reply.to(new Answered(Intent.QUESTION, 1, true)))))
                .doesNotContain(Intent.ANSWER);
    }

    private static Reading read(String text) {
        return READER.read(Item.of(Words.of("", text)));
    }

    private static List<Intent> intents(Reading reading) {
        return reading.intents().stream().map(Label::value).toList();
    }
}
