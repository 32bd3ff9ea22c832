// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.correction.Judgement;
import rapporto.correction.LayerBytes;
import rapporto.reading.linear.Layer;
import rapporto.reading.linear.ModelRefused;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TeamLayerTest {
    private static final Layer NOTHING = Layer.none(List.of("sentiment/negative"));

    @Test
    void given_a_layer_when_written_and_read_then_it_is_the_same_to_the_byte() {
        var layer = layer(mark(5, "urgency=2"), mark(-1, "intents=problem,question"), mark(5, "language=und"));

        var read = TeamLayer.read(layer.bytes());

        assertThat(read.bytes()).isEqualTo(layer.bytes());
        assertThat(read.told(5).of(Judgement.Urgency.class)).contains(new Judgement.Urgency(2));
    }

    @Test
    void given_damaged_bytes_when_read_then_they_are_refused_by_their_digest() {
        var bytes = layer(mark(5, "urgency=2")).bytes().toArray();
        bytes[bytes.length - 1]++;
        var damaged = LayerBytes.of(bytes);

        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> TeamLayer.read(damaged))
                .withMessageContaining("layer " + damaged.digest())
                .withMessageContaining("damaged");
    }

    @Test
    void given_two_corrected_texts_when_one_is_nearer_then_it_decides_and_the_other_tells_other_heads() {
        var layer = layer(mark(0b0111, "urgency=1"), mark(0b0001, "urgency=3"), mark(0b0111, "sentiment=negative"));

        var told = layer.told(0b0000_0001);

        assertThat(told.of(Judgement.Urgency.class)).contains(new Judgement.Urgency(3));
        assertThat(told.of(Judgement.Feeling.class)).isPresent();
        assertThat(layer.told(0b1111_0001).judgements()).isEmpty();
        assertThat(layer.told(0)).isEqualTo(Told.NOTHING);
    }

    @Test
    void given_the_same_text_twice_when_told_then_the_weightier_comes_first_and_counts() {
        var layer = layer(mark(9, "urgency=1"), mark(9, "urgency=3"));

        assertThat(layer.size()).isEqualTo(1);
        assertThat(layer.told(9).of(Judgement.Urgency.class)).contains(new Judgement.Urgency(1));
    }

    @Test
    void given_more_marks_than_fit_when_made_then_the_weightiest_are_kept_and_the_bytes_fit_the_table() {
        var marks = IntStream.range(1, 9_000)
                .mapToObj(i -> mark(i, "intents=risk,problem,complaint,question"))
                .toList();

        var layer = new TeamLayer(7, NOTHING, marks);

        assertThat(layer.size()).isEqualTo(TeamLayer.MAX_MARKS);
        assertThat(layer.bytes().size()).isLessThan(300 * 1024);
        assertThat(layer.told(1).judgements()).isNotEmpty();
    }

    private static TeamLayer layer(Mark... marks) {
        return new TeamLayer(7, NOTHING, List.of(marks));
    }

    private static Mark mark(long hash, String label) {
        return new Mark(hash, Judgement.parse(label));
    }
}
