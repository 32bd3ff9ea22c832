// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.reading.features.Tokens;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelFileTest {
    private static final int FORMAT_AT = 7;

    private final byte[] file = ModelFile.write(SmallModel.of(7));

    @Test
    void given_a_model_when_written_and_read_then_it_says_the_same() {
        var read = ModelFile.read("small", file);

        assertThat(read.version()).isEqualTo(7);
        assertThat(read.heads()).isEqualTo(SmallModel.of(7).heads());
        assertThat(read.ledger()).isEqualTo(SmallModel.of(7).ledger());
        assertThat(ModelFile.write(read)).isEqualTo(file);
        assertThat(logit(read, "bene"))
                .isEqualTo(logit(SmallModel.of(7), "bene"))
                .isNotZero();
    }

    @Test
    void given_a_flipped_byte_when_read_then_it_is_refused_with_version_and_checksum() {
        for (int at : new int[] {21, file.length / 2, file.length - 1}) {
            var damaged = file.clone();
            damaged[at] ^= 1;

            assertThatThrownBy(() -> ModelFile.read("small", damaged))
                    .isInstanceOf(ModelRefused.class)
                    .hasMessageContainingAll("small, version 7, is damaged", "checksum");
        }
    }

    @Test
    void given_a_file_cut_short_when_read_then_it_is_refused() {
        for (int length : new int[] {0, 3, 19, 20, file.length - 1}) {
            assertThatThrownBy(() -> ModelFile.read("small", Arrays.copyOf(file, length)))
                    .isInstanceOf(ModelRefused.class)
                    .hasMessageStartingWith("small");
        }
    }

    @Test
    void given_a_newer_format_when_read_then_both_formats_are_named() {
        var newer = file.clone();
        newer[FORMAT_AT] = 2;

        assertThatThrownBy(() -> ModelFile.read("small", newer))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContainingAll("version 7", "checksum", "has format 2, this program reads format 1");
    }

    private static double logit(Model model, String text) {
        return model.score(Tokens.of(text), "it", java.util.List.of()).logit(model.head("feeling"), 0);
    }
}
