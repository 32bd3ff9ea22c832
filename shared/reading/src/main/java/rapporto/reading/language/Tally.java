// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the words of one text say for each language, together and word by word. */
final class Tally {
    private static final int SHOWN = 5;
    private static final int LONGEST_SHOWN = 40;

    /** Later words are counted, and never shown. */
    private static final int KEPT = 32;

    private final String text;
    private final LanguageTable table;
    private final Map<Script, Integer> letters = new EnumMap<>(Script.class);
    private final int[] latin = new int[LanguageTable.LANES];
    private final int[] cyrillic = new int[LanguageTable.LANES];

    /** What each word says; the last place is for words that are not kept. */
    private final int[] weights = new int[(KEPT + 1) * LanguageTable.LANES];

    private final int[] found = new int[LanguageTable.MOST_GROUPS];
    private final int[] starts = new int[KEPT];
    private final int[] ends = new int[KEPT];
    private final Script[] scripts = new Script[KEPT];
    private int words;

    private Tally(String text, LanguageTable table) {
        this.text = text;
        this.table = table;
    }

    static Tally of(String text, LanguageTable table) {
        var tally = new Tally(text, table);
        tally.read(new WordReader(text, false));
        if (tally.words == 0 && text.indexOf('#') >= 0) {
            tally.read(new WordReader(text, true));
        }
        return tally;
    }

    private void read(WordReader reader) {
        while (reader.next()) {
            var script = reader.script();
            letters.merge(script, reader.length() - 2, Integer::sum);
            int place = Math.min(words, KEPT);
            if (reader.isShared()) {
                int from = place * LanguageTable.LANES;
                table.weigh(reader.padded(), reader.length(), found, weights, from);
                var sums = sums(script);
                for (int i = 0; i < LanguageTable.LANES; i++) {
                    sums[i] += weights[from + i];
                }
            }
            if (place < KEPT) {
                starts[place] = reader.start();
                ends[place] = reader.end();
                scripts[place] = script;
            }
            words++;
        }
    }

    int words() {
        return words;
    }

    int letters(Script script) {
        return letters.getOrDefault(script, 0);
    }

    /** The sums of an alphabet that several languages share. */
    int[] sums(Script script) {
        return script == Script.CYRILLIC ? cyrillic : latin;
    }

    /** Whether there is one word only, and it is written as names are: Ada, and neither ada nor ADA. */
    boolean isNameLike() {
        return words == 1
                && Character.isUpperCase(text.charAt(starts[0]))
                && (ends[0] - starts[0] < 2 || !Character.isUpperCase(text.charAt(starts[0] + 1)));
    }

    /** The script of most letters. */
    Script script() {
        var most = Script.OTHER;
        int best = 0;
        for (var script : letters.keySet()) {
            if (weight(script) > best) {
                best = weight(script);
                most = script;
            }
        }
        return most;
    }

    /** What part of all letters is of {@code script}. */
    double share(Script script) {
        int others = 0;
        for (var other : letters.keySet()) {
            boolean joined = script == Script.KANA && other == Script.HAN;
            others += other == script || joined ? 0 : letters(other) * other.worth();
        }
        return (double) weight(script) / Math.max(1, weight(script) + others);
    }

    /** Any syllable of Japanese makes Chinese characters Japanese. */
    private int weight(Script script) {
        int own = letters(script) * script.worth();
        return own > 0 && script == Script.KANA ? own + letters(Script.HAN) * Script.HAN.worth() : own;
    }

    /** The words that say most for {@code language} against {@code other}, the strongest first. */
    List<String> deciding(Script script, int language, int other) {
        var shown = new ArrayList<String>();
        var margins = new int[Math.min(words, KEPT)];
        for (int i = 0; i < margins.length; i++) {
            int from = i * LanguageTable.LANES;
            margins[i] = scripts[i] == script ? weights[from + language] - weights[from + other] : 0;
        }
        for (int best = strongest(margins); best >= 0 && shown.size() < SHOWN; best = strongest(margins)) {
            margins[best] = 0;
            show(best, shown);
        }
        return shown;
    }

    private static int strongest(int[] margins) {
        int best = -1;
        for (int i = 0; i < margins.length; i++) {
            if (margins[i] > 0 && (best < 0 || margins[i] > margins[best])) {
                best = i;
            }
        }
        return best;
    }

    /** The first words in {@code script}. */
    List<String> first(Script script) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < Math.min(words, KEPT) && script.hasWords() && shown.size() < SHOWN; i++) {
            if (scripts[i] == script) {
                show(i, shown);
            }
        }
        return shown;
    }

    private void show(int i, List<String> shown) {
        var word = text.substring(starts[i], ends[i]);
        if (word.length() <= LONGEST_SHOWN && !shown.contains(word)) {
            shown.add(word);
        }
    }
}
