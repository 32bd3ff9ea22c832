// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@code !Sub}. */
public final class Substitution {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9:]+)(?:\\.([A-Za-z0-9]+))?}");

    private Substitution() {}

    /** What it names, without attributes. */
    static List<String> names(String text) {
        return PLACE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The text with each place, {@code Name} or {@code Name.Attribute}, filled by {@code value}. */
    public static String fill(String text, UnaryOperator<String> value) {
        return PLACE.matcher(text).replaceAll(match -> {
            var name = match.group(2) == null ? match.group(1) : match.group(1) + "." + match.group(2);
            return Matcher.quoteReplacement(value.apply(name));
        });
    }
}
