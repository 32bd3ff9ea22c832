// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

import java.util.regex.Pattern;

/** One registered connection of a channel, as in {@code /hooks/{channel}/{source}}: {@code slack/support}. */
public record SourceId(String channel, String source) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]{0,31}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Refuses what cannot stand in a URL, a queue's group id and a parameter's name alike. */
    public SourceId {
        if (!WORD.matcher(channel).matches() || !NAME.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "source is %s/%s, wanted channel/name in lower-case letters, digits and hyphens"
                            .formatted(channel, source));
        }
    }

    /** Whether {@code channel} and {@code source} can name a source at all. */
    public static boolean isValid(String channel, String source) {
        return WORD.matcher(channel).matches() && NAME.matcher(source).matches();
    }

    /** Reads {@code channel/source}. */
    public static SourceId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("source is %s, wanted channel/name".formatted(text));
        }
        return new SourceId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return channel + "/" + source;
    }
}
