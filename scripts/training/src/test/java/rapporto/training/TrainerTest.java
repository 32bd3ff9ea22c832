// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.reading.features.Featuriser;
import rapporto.reading.features.Lexicon;
import rapporto.reading.features.Tokens;
import rapporto.reading.linear.Head;
import rapporto.reading.linear.Ledger;
import rapporto.reading.linear.Ledger.Terms;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.ModelFile;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrainerTest {
    private static final Lexicon LEXICON = Lexicon.of(Map.of("it", List.of("good bene bell~", "bad male brutt~")));
    private static final List<String> GOOD = List.of("bene", "bello", "ottimo", "felice", "buono");
    private static final List<String> BAD = List.of("male", "brutto", "pessimo", "triste", "cattivo");

    @Test
    void given_the_same_examples_when_trained_twice_then_the_model_is_the_same_byte_for_byte() {
        assertThat(ModelFile.write(model(10_000))).isEqualTo(ModelFile.write(model(10_000)));
    }

    @Test
    void given_examples_when_trained_then_the_model_tells_texts_that_it_has_not_seen() {
        var model = model(10_000);

        assertThat(probabilityOfGood(model, "domani sarà bello")).isGreaterThan(0.5);
        assertThat(probabilityOfGood(model, "domani sarà brutto")).isLessThan(0.5);
    }

    @Test
    void given_room_for_few_weights_when_packed_then_the_most_important_ones_stay() {
        var small = model(40);

        assertThat(small.table().entries()).isEqualTo(40);
        assertThat(probabilityOfGood(small, "bello ottimo felice"))
                .isGreaterThan(probabilityOfGood(small, "brutto pessimo triste"));
    }

    @Test
    void given_data_for_research_when_a_model_learnt_from_it_then_its_ledger_forbids_to_ship_it() {
        assertThat(model(10_000).ledger().mayShip()).isTrue();
        assertThat(trained(Terms.RESEARCH, 10_000).ledger().mayShip()).isFalse();
        assertThat(trained(Terms.NON_COMMERCIAL, 10_000).ledger().mayShip()).isFalse();
    }

    @Test
    void given_a_text_that_is_measured_on_when_taken_out_then_only_its_letters_decide() {
        var set = set(Terms.OWN);
        var measured = List.of(new Labelled(Example.of("OGGI: bene, 1 https://t.example", "it"), 1, 1));

        assertThat(set.without(measured).examples())
                .hasSizeLessThan(set.examples().size());
        assertThat(set.without(measured).source().items())
                .isEqualTo(set.without(measured).examples().size());
    }

    private static double probabilityOfGood(Model model, String text) {
        return model.score(Tokens.of(text), "it", List.of()).probability(model.head("feeling"), 1);
    }

    private static Model model(int entries) {
        return trained(Terms.OWN, entries);
    }

    private static Model trained(Terms terms, int entries) {
        var task = new Task(
                "feeling",
                Head.Form.ONE,
                List.of("bad", "good"),
                List.of("it"),
                true,
                1,
                Task.Aim.LIKELIEST,
                List.of(set(terms)));
        return Packing.pack(1, List.of(TrainedHead.train(task, new Featuriser(LEXICON))), List.of(), LEXICON, entries);
    }

    private static DataSet set(Terms terms) {
        var examples = new ArrayList<Labelled>();
        for (var when : List.of("oggi", "ieri", "qui", "sempre")) {
            GOOD.forEach(word -> examples.add(new Labelled(Example.of(when + " " + word, "it"), 0b10, 1)));
            BAD.forEach(word -> examples.add(new Labelled(Example.of(when + " " + word, "it"), 0b01, 1)));
        }
        return new DataSet(new Ledger.Source("words", terms, "none", examples.size(), "00"), examples);
    }
}
