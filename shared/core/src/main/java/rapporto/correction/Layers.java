// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The layers of teams, every version of them. Every implementation passes {@code LayersContract}. Methods throw
 * {@link rapporto.outage.StoreUnavailable} when the store did not answer; calling again is safe, though {@link #put}
 * may then have kept the same bytes as two versions.
 */
public interface Layers {
    /** The version that stands for no layer at all. */
    long NONE = 0;

    /** What a version is. */
    enum Kind {
        /** It passed its trial. */
        TRAINED,
        /** It did not pass; kept for its numbers. */
        PROPOSAL,
        /** What passed before, with the duplicates of today's corrections. */
        DUPLICATES
    }

    /**
     * A version without its bytes.
     *
     * @param number 1 for the first, one more for each
     * @param trial of the corrections that it was made from
     * @param digest of its bytes
     */
    record Version(long number, Instant madeAt, Kind kind, Trial trial, String digest) {}

    /** Keeps a layer as the newest version, not yet active. */
    Version put(String team, LayerBytes layer, Kind kind, Trial trial, Instant now);

    /** Every version of a team, newest first. */
    List<Version> versions(String team);

    /** The bytes of a version, if there is such a one. */
    Optional<LayerBytes> find(String team, long version);

    /** The version that reads now, or {@link #NONE}. */
    long active(String team);

    /** Lets {@code version} read from now on; {@link #NONE} for no layer. */
    void activate(String team, long version, Instant now);
}
