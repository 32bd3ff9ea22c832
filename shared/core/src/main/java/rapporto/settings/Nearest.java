// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {
    /** Two slips make {@code anserwithn}; three make another word. */
    private static final int MOST_SLIPS = 2;

    /** No key is longer, and comparing costs the product of both lengths. */
    private static final int MOST_CHARACTERS = 40;

    private Nearest() {}

    /** The known word that is the fewest slips away from {@code word}, upper and lower case alike. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> slips(word, candidate) <= Math.min(MOST_SLIPS, candidate.length() / 2))
                .min(Comparator.comparingInt(candidate -> slips(word, candidate)));
    }

    /** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
    private static int slips(String word, String other) {
        var from = word.toLowerCase(Locale.ROOT);
        var to = other.toLowerCase(Locale.ROOT);
        var cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + changed);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
