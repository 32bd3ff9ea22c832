// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.io.IOException;
import java.io.UncheckedIOException;
import rapporto.reading.Label;
import rapporto.reading.LabelSource;
import rapporto.reading.language.LanguageIdentifier;
import rapporto.reading.linear.Envelope;
import rapporto.reading.linear.Model;
import rapporto.reading.linear.ModelFile;

/** The models that are packaged with the system. */
public final class PackagedReader {
    private static final String HEADS = "heads.model";
    private static final String LANGUAGES = "languages.model";

    private PackagedReader() {}

    /**
     * The reader with the packaged models.
     *
     * @throws rapporto.reading.linear.ModelRefused for a damaged file or one of another format
     */
    public static TrainedReader load() {
        var languages = languages();
        return new TrainedReader(heads(), (text, usual) -> {
            var identified = languages.identify(text, usual);
            return new Label<>(identified.language(), identified.probability(), LabelSource.MODEL, identified.words());
        });
    }

    /** The packaged heads alone. */
    public static Model heads() {
        return ModelFile.read(HEADS, bytes(HEADS));
    }

    /** The packaged language table alone. */
    public static LanguageIdentifier languages() {
        return Envelope.open(LANGUAGES, bytes(LANGUAGES), (_, in) -> LanguageIdentifier.read(in));
    }

    private static byte[] bytes(String name) {
        try (var in = PackagedReader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
