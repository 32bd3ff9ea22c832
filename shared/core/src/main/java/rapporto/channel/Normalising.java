// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import rapporto.json.MalformedField;

/** What every normaliser needs: faults become refusals, and reasons stay few enough to count. */
public final class Normalising {
    private static final Pattern COUNTABLE = Pattern.compile("[a-z][a-z0-9_.]{0,39}");

    private Normalising() {}

    /** What {@code work} says, or the refusal of what it could not read. */
    public static Normalised of(String channel, Supplier<Normalised> work) {
        try {
            return work.get();
        } catch (MalformedField e) {
            return new Normalised.Refused(new Refusal.Malformed(channel, e.field(), e.found(), e.wanted()));
        } catch (IllegalArgumentException e) {
            // Keys and times check themselves; their messages may show an id, so only the shape is told.
            var refusal = new Refusal.Malformed(channel, "body", "an id or time out of range", "the documented shape");
            return new Normalised.Refused(refusal);
        }
    }

    /** Housekeeping of this kind: {@code subtype channel_topic}. A word that no channel would send is left out. */
    public static Normalised ignored(String kind, String word) {
        return new Normalised.Ignored(COUNTABLE.matcher(word).matches() ? kind + " " + word : kind);
    }
}
