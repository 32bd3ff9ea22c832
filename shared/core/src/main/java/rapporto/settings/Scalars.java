// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of text that stand in a settings document. */
final class Scalars {
    /** A century: times reckoned with it stay inside what every store can hold. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    /** Longest body that can be let in, 6 MiB: a Lambda function's request (platform limits, read 2026-11-23). */
    static final int MOST_BYTES = 6 * 1024 * 1024;

    static final int LEAST_BYTES = 1024;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern DURATION = Pattern.compile("P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?");
    private static final Pattern BYTES = Pattern.compile("(?<count>\\d{1,9})(?<unit>KiB|MiB)?");

    private Scalars() {}

    /** A name in lower-case letters, digits and hyphens. */
    static Optional<String> id(YamlField field) {
        return field.value(() -> "lower-case letters, digits and hyphens", text -> matching(ID, text));
    }

    /** Text that is not blank, without the space around it. */
    static Optional<String> text(YamlField field, String wanted) {
        return field.value(() -> wanted, text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("blank");
            }
            return text.strip();
        });
    }

    static Optional<String> language(YamlField field) {
        return field.value(() -> "an ISO 639-1 code such as it", text -> matching(LANGUAGE, text));
    }

    /** An ISO-8601 duration over nothing and up to {@link #LONGEST}. */
    static Optional<Duration> duration(YamlField field) {
        return field.value(() -> "an ISO-8601 duration such as PT4H, up to P36500D", text -> {
            var duration = Duration.parse(matching(DURATION, text));
            if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return duration;
        });
    }

    /** A size as whole bytes, or in KiB or MiB. */
    static Optional<Integer> bytes(YamlField field) {
        return field.value(() -> "1KiB to 6MiB, or the same as whole bytes", text -> {
            var parts = BYTES.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no size");
            }
            long bytes = Long.parseLong(parts.group("count")) * unit(Optional.ofNullable(parts.group("unit")));
            if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
                throw new IllegalArgumentException("out of range");
            }
            return (int) bytes;
        });
    }

    private static long unit(Optional<String> unit) {
        return unit.map(name -> name.equals("KiB") ? 1024L : 1024L * 1024).orElse(1L);
    }

    /** One of {@code choices}, told by its {@code word}. */
    static <T> Optional<T> word(YamlField field, T[] choices, Function<T, String> word) {
        return field.value(
                () -> "one of " + Arrays.stream(choices).map(word).collect(Collectors.joining(", ")),
                text -> Arrays.stream(choices)
                        .filter(choice -> word.apply(choice).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("not a choice")));
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("of another form");
        }
        return text;
    }
}
