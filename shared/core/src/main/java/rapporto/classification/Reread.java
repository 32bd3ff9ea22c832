// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of reading stored items again.
 *
 * @param version of the reader
 * @param lookedAt all that happened since the asked time
 * @param changed items of which a label is another one now
 * @param unchanged items that were read again with the same labels
 * @param labels for each head how often a label became another one: {@code question -> problem}. Of {@code intents},
 *     which may be several, {@code - -> thanks} says that one holds beside those that did
 * @param skipped why others were left alone
 */
public record Reread(
        int version,
        long lookedAt,
        long changed,
        long unchanged,
        SortedMap<String, SortedMap<String, Long>> labels,
        SortedMap<Skip, Long> skipped) {

    /** Takes copies, so that a report stays as it was made. */
    public Reread {
        var copies = new TreeMap<String, SortedMap<String, Long>>();
        labels.forEach((head, counts) -> copies.put(head, new TreeMap<>(counts)));
        labels = copies;
        skipped = new TreeMap<>(skipped);
    }

    /** Why an item was left alone. */
    public enum Skip {
        /** Deleted for good, or forgotten: there are no words. */
        DELETED("deleted or forgotten"),
        /** Gone for now; what brings it back is read then. */
        HIDDEN("hidden"),
        /** The table may drop it any moment. */
        EXPIRED("past its retention"),
        /** Read by this version of the reader, or by a greater one. */
        UP_TO_DATE("read by this version already"),
        /** Of another source than the one that was asked for. */
        OTHER_SOURCE("of another source"),
        /** The settings have several sources that it may be of. */
        SOURCE_UNKNOWN("of one of several sources of its channel"),
        /** Edited, deleted or forgotten between the look and the write. */
        OVERTAKEN("changed meanwhile");

        private final String reason;

        Skip(String reason) {
            this.reason = reason;
        }

        /** The reason for people. */
        public String reason() {
            return reason;
        }
    }
}
