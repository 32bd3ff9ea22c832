// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words and phrases of several languages with what they are a sign of. Written as lines {@code sense entry entry ...};
 * an entry is a word, words joined by {@code _}, and may end in {@code ~} for any ending. Kept as hashes only.
 */
public final class Lexicon {
    private static final int EXACT = 11;
    private static final int STEM = 12;
    private static final int OPENER = 13;
    private static final int MIN_STEM = 3;
    private static final int MAX_TOKENS = 5;
    private static final byte NONE = -1;
    private static final Sense[] SENSES = Sense.values();

    /** Hashes in rising order, and the code of each one's sense; {@link #OPENER} entries have none. */
    private final int[] keys;

    private final byte[] senses;
    private final int[] slots;

    /** The lexicon of {@code keys}, rising, with the codes of their senses; what {@link #keys} and {@link #senses} gave. */
    public Lexicon(int[] keys, byte[] senses) {
        this.keys = keys.clone();
        this.senses = senses.clone();
        this.slots = new int[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        for (int i = 0; i < keys.length; i++) {
            int slot = keys[i] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
    }

    /**
     * Reads lexicons.
     *
     * @param lines of each language, by its code
     * @throws IllegalArgumentException naming the language, the line and the fault
     */
    public static Lexicon of(Map<String, List<String>> lines) {
        var entries = new TreeMap<Integer, Byte>();
        lines.forEach((language, all) -> {
            for (int i = 0; i < all.size(); i++) {
                try {
                    read(all.get(i), Featuriser.salt(language), entries);
                } catch (IllegalArgumentException e) {
                    var where = "lexicon %s line %d: %s".formatted(language, i + 1, e.getMessage());
                    throw new IllegalArgumentException(where, e);
                }
            }
        });
        var keys = new int[entries.size()];
        var senses = new byte[entries.size()];
        int at = 0;
        for (var entry : entries.entrySet()) {
            keys[at] = entry.getKey();
            senses[at++] = entry.getValue();
        }
        return new Lexicon(keys, senses);
    }

    private static void read(String line, int salt, Map<Integer, Byte> entries) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        var parts = line.strip().split("\\s+", -1);
        byte sense = (byte) sense(parts[0]).code();
        for (int i = 1; i < parts.length; i++) {
            add(parts[i], salt, sense, entries);
        }
    }

    private static Sense sense(String word) {
        for (var sense : SENSES) {
            if (sense.word().equals(word)) {
                return sense;
            }
        }
        throw new IllegalArgumentException("sense is %s, wanted one of %s".formatted(word, List.of(SENSES)));
    }

    private static void add(String entry, int salt, byte sense, Map<Integer, Byte> entries) {
        boolean stem = entry.endsWith("~");
        var plain = stem ? entry.substring(0, entry.length() - 1) : entry;
        var tokens = Tokens.of(plain.replace('_', ' '));
        if (tokens.size() == 0 || tokens.size() > MAX_TOKENS) {
            throw new IllegalArgumentException("entry is %s, wanted 1 to %d words".formatted(entry, MAX_TOKENS));
        }
        int last = tokens.size() - 1;
        if (stem && tokens.length(last) < MIN_STEM) {
            throw new IllegalArgumentException("stem is %s, wanted %d letters or more".formatted(entry, MIN_STEM));
        }
        int hash = salt;
        for (int i = 0; i <= last; i++) {
            hash = phrase(hash, tokens, i, tokens.length(i));
        }
        entries.putIfAbsent(Hash.spread(hash, stem ? STEM : EXACT), sense);
        if (last > 0) {
            int opener = Hash.spread(phrase(salt, tokens, 0, tokens.length(0)), OPENER);
            entries.putIfAbsent(opener, NONE);
        }
    }

    /** Where each entry stands in {@code tokens}, longest first at each place. */
    List<Found> find(Tokens tokens, String language) {
        int salt = Featuriser.salt(language);
        var found = new ArrayList<Found>();
        for (int at = 0; at < tokens.size(); at++) {
            var longest = longest(tokens, at, salt);
            if (longest.last() >= at) {
                found.add(longest);
                at = longest.last();
            }
        }
        return found;
    }

    private Found longest(Tokens tokens, int at, int salt) {
        var best = Found.NOTHING;
        int hash = salt;
        int end = Math.min(tokens.size(), at + MAX_TOKENS);
        for (int last = at; last < end; last++) {
            int sense = ending(hash, tokens, last);
            if (sense != NONE) {
                best = new Found(SENSES[sense], at, last);
            }
            hash = phrase(hash, tokens, last, tokens.length(last));
            if (last == at && !isOpener(hash)) {
                break;
            }
        }
        return best;
    }

    /** The sense of what was hashed before followed by token {@code last}, whole or by its stem; the longest stem wins. */
    private int ending(int before, Tokens tokens, int last) {
        int length = tokens.length(last);
        int hash = Hash.roll(before, ' ');
        int sense = NONE;
        for (int i = 0; i < length; i++) {
            hash = Hash.roll(hash, tokens.letter(last, i));
            if (i + 1 >= MIN_STEM) {
                int stem = senseOf(Hash.spread(hash, STEM));
                sense = stem == NONE ? sense : stem;
            }
        }
        int exact = senseOf(Hash.spread(hash, EXACT));
        return exact == NONE ? sense : exact;
    }

    private boolean isOpener(int hash) {
        return index(Hash.spread(hash, OPENER)) >= 0;
    }

    private int senseOf(int key) {
        int index = index(key);
        return index < 0 ? NONE : senses[index];
    }

    private int index(int key) {
        int slot = key & (slots.length - 1);
        while (slots[slot] != 0) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    private static int phrase(int before, Tokens tokens, int token, int length) {
        int hash = Hash.roll(before, ' ');
        for (int i = 0; i < length; i++) {
            hash = Hash.roll(hash, tokens.letter(token, i));
        }
        return hash;
    }

    /** The hashes of all entries, rising. */
    public int[] keys() {
        return keys.clone();
    }

    /** The code of each key's sense. */
    public byte[] senses() {
        return senses.clone();
    }

    /** An entry that stands at tokens {@code first} to {@code last}. */
    record Found(Sense sense, int first, int last) {
        static final Found NOTHING = new Found(Sense.NEWS, 0, -1);
    }
}
