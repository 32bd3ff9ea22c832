// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Letter groups with what each says for the languages of its alphabet: a row of 16 bytes. Made by training, read at run
 * time. Flat arrays only; a row is added eight languages at a time, so that a text takes microseconds.
 */
public final class LanguageTable {
    /** So many languages an alphabet can have: the bytes of a row. */
    public static final int LANES = 16;

    /** A byte of a row is a weight from -127 to 127, plus this. */
    public static final int ZERO = 128;

    /** The longest word, edges included, whose sums fit: 16 bits a language. */
    static final int LONGEST_WORD = 50;

    /** As many letter groups as a word of that length has at most. */
    public static final int MOST_GROUPS = LONGEST_WORD * (LetterGroups.LONGEST - 1) + 1;

    private static final int FORMAT = 1;
    private static final long EVEN = 0x00ff00ff00ff00ffL;
    private static final int ROW = -2;
    private static final long USED = 1L << 63;

    private final List<String> latin;
    private final List<String> cyrillic;
    private final Certainty certainty;

    /** Hashes of {@link LetterGroups}, rising; each doubled, and odd when a longer group begins with it. */
    private final int[] keys;

    private final long[] rows;

    /** Each key with the number of its row, at the place that its hash names or behind it. */
    private final long[] slots;

    private final int shift;

    /**
     * Takes over the arrays.
     *
     * @param latin the languages in Latin letters, by their place in a row; at most {@link #LANES}
     * @param cyrillic likewise
     * @param keys hashes of {@link LetterGroups}, rising; each doubled, and one more when a longer group begins with it
     * @param rows of each key, {@link #LANES} bytes
     */
    public LanguageTable(List<String> latin, List<String> cyrillic, Certainty certainty, int[] keys, byte[] rows) {
        this.latin = List.copyOf(latin);
        this.cyrillic = List.copyOf(cyrillic);
        this.certainty = certainty;
        this.keys = keys;
        this.rows = new long[keys.length * 2];
        ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(this.rows);
        int bits = 33 - Integer.numberOfLeadingZeros(Math.max(15, keys.length));
        this.shift = LetterGroups.KEY_BITS - bits;
        this.slots = slots(keys, bits, shift);
    }

    /** The keys rise, so each goes to its place or right behind the one before. */
    private static long[] slots(int[] keys, int bits, int shift) {
        var slots = new long[(1 << bits) + keys.length + 1];
        int free = 0;
        for (int i = 0; i < keys.length; i++) {
            int key = keys[i];
            free = Math.max(free, key >>> (shift + 1));
            slots[free++] = USED | ((long) (key >>> 1) << 32) | ((long) i << 1) | (key & 1);
        }
        return slots;
    }

    /** Reads what {@link #write} wrote. */
    public static LanguageTable read(DataInput in) throws IOException {
        int format = in.readUnsignedByte();
        if (format != FORMAT) {
            throw new IOException("language table: format is %d, wanted %d".formatted(format, FORMAT));
        }
        var latin = List.of(in.readUTF().split(" ", -1));
        var cyrillic = List.of(in.readUTF().split(" ", -1));
        var certainty = Certainty.read(in);
        var keys = new int[in.readInt()];
        unpack(block(in, in.readInt()), keys);
        return new LanguageTable(latin, cyrillic, certainty, keys, block(in, keys.length * LANES));
    }

    private static byte[] block(DataInput in, int length) throws IOException {
        var block = new byte[length];
        in.readFully(block);
        return block;
    }

    private static void unpack(byte[] packed, int[] keys) {
        int at = 0;
        int key = 0;
        for (int i = 0; i < keys.length; i++) {
            int part = packed[at++];
            int step = part & 0x7f;
            for (int bits = 7; part < 0; bits += 7) {
                part = packed[at++];
                step |= (part & 0x7f) << bits;
            }
            key += step;
            keys[i] = key;
        }
    }

    /** Writes it so that it is small: for keys the steps between them, seven bits a byte. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(FORMAT);
        out.writeUTF(String.join(" ", latin));
        out.writeUTF(String.join(" ", cyrillic));
        certainty.write(out);
        out.writeInt(keys.length);
        var packed = packed();
        out.writeInt(packed.length);
        out.write(packed);
        var bytes = ByteBuffer.allocate(keys.length * LANES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(rows);
        out.write(bytes.array());
    }

    private byte[] packed() {
        var packed = new byte[keys.length * 5];
        int at = 0;
        int before = 0;
        for (int key : keys) {
            int step = key - before;
            for (; step > 0x7f; step >>>= 7) {
                packed[at++] = (byte) (step | 0x80);
            }
            packed[at++] = (byte) step;
            before = key;
        }
        return Arrays.copyOf(packed, at);
    }

    /**
     * Writes what a word says for each language.
     *
     * @param padded an edge, the letters in lower case, an edge
     * @param length of {@code padded} that counts, at most {@link #LONGEST_WORD}
     * @param found room for {@link #MOST_GROUPS} numbers
     * @param to where {@link #LANES} sums are written
     * @param from where in {@code to}
     */
    public void weigh(char[] padded, int length, int[] found, int[] to, int from) {
        int count = find(padded, length, found);
        long one = 0;
        long two = 0;
        long three = 0;
        long four = 0;
        for (int i = 0; i < count; i++) {
            long first = rows[found[i]];
            long second = rows[found[i] + 1];
            one += first & EVEN;
            two += (first >>> 8) & EVEN;
            three += second & EVEN;
            four += (second >>> 8) & EVEN;
        }
        spell(one, two, count, to, from);
        spell(three, four, count, to, from + LANES / 2);
    }

    /** Writes where the rows of a word begin, and says how many there are. */
    private int find(char[] padded, int length, int[] found) {
        int count = 0;
        for (int start = 0; start < length - 1; start++) {
            int hash = LetterGroups.begin(padded[start]);
            int end = Math.min(length, start + LetterGroups.LONGEST);
            long slot = 1;
            for (int i = start + 1; i < end && (slot & 1) == 1; i++) {
                hash = LetterGroups.roll(hash, padded[i]);
                slot = slot(LetterGroups.spread(hash));
                if (slot != 0) {
                    found[count++] = (int) slot & ROW;
                }
            }
        }
        if (length > LetterGroups.LONGEST) {
            long slot = slot(LetterGroups.whole(padded, length));
            if (slot != 0) {
                found[count++] = (int) slot & ROW;
            }
        }
        return count;
    }

    private static void spell(long even, long odd, int count, int[] to, int from) {
        int zero = ZERO * count;
        for (int i = 0; i < LANES / 4; i++) {
            to[from + 2 * i] = (int) ((even >>> (16 * i)) & 0xffff) - zero;
            to[from + 2 * i + 1] = (int) ((odd >>> (16 * i)) & 0xffff) - zero;
        }
    }

    private long slot(int key) {
        int wanted = key | Integer.MIN_VALUE;
        for (int i = key >>> shift; ; i++) {
            long slot = slots[i];
            if (slot == 0 || (int) (slot >>> 32) == wanted) {
                return slot;
            }
        }
    }

    Certainty certainty() {
        return certainty;
    }

    /** The languages in Latin letters, by their place in a row. */
    public List<String> latin() {
        return latin;
    }

    /** The languages in Cyrillic letters, by their place in a row. */
    public List<String> cyrillic() {
        return cyrillic;
    }

    /** How many letter groups it knows. */
    public int size() {
        return keys.length;
    }
}
