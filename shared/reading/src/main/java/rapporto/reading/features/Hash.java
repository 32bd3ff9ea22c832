// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

/** The hashing of features: cheap to roll over letters, spread at the end. Part of the model format. */
final class Hash {
    static final int START = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Hash() {}

    /** The hash of what was hashed before, with one more part. */
    static int roll(int hash, int part) {
        return (hash ^ part) * PRIME;
    }

    /** A rolled hash spread over all bits, apart by {@code salt} (the finaliser of MurmurHash3). */
    static int spread(int hash, int salt) {
        int h = hash ^ (salt * 0x9e3779b9);
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
