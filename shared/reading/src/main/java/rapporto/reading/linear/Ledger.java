// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.linear;

import java.util.List;

/** What a model was trained on, so that its licence can be told. */
public record Ledger(List<Source> sources) {
    /** Copies the list. */
    public Ledger {
        sources = List.copyOf(sources);
    }

    /** Whether every source permits that the model is shipped. */
    public boolean mayShip() {
        return sources.stream().allMatch(source -> source.terms() == Terms.PERMISSIVE || source.terms() == Terms.OWN);
    }

    /** Under which terms data came. */
    public enum Terms {
        /** Written for this project. */
        OWN,
        PERMISSIVE,
        /** For research, or unclear. */
        RESEARCH,
        NON_COMMERCIAL
    }

    /**
     * One set of data.
     *
     * @param licence as its owner names it
     * @param items how many of them trained
     * @param digest of the files, SHA-256 in hexadecimal
     */
    public record Source(String name, Terms terms, String licence, int items, String digest) {}
}
