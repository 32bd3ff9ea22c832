// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.corpus;

import java.util.List;
import java.util.Optional;

/**
 * A labelled text of {@code shared/reading/corpus}, all fields as they stand there.
 *
 * @param inReplyTo id of the item that it answers
 * @param intents in the order of the guide
 */
record CorpusItem(
        String id,
        String channel,
        Optional<String> inReplyTo,
        String text,
        String primary,
        List<String> intents,
        String sentiment,
        String urgency,
        String toxic) {
    private static final int COLUMNS = 9;

    /** Reads one line. */
    static CorpusItem of(String line) {
        var columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new AssertionError("%d columns, wanted %d: %s".formatted(columns.length, COLUMNS, line));
        }
        return new CorpusItem(
                columns[0],
                columns[1],
                Optional.of(columns[2]).filter(id -> !id.isEmpty()),
                columns[3],
                columns[4],
                List.of(columns[5].split(",", -1)),
                columns[6],
                columns[7],
                columns[8]);
    }

    /** The world of authors and topics that it is from: {@code it-m09}. */
    String block() {
        return id.substring(0, id.lastIndexOf('-'));
    }
}
