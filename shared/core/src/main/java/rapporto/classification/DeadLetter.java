// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import rapporto.channel.Refusal;

/**
 * Why a delivery was buried, as attributes beside its unchanged envelope: {@code reason} for people, and for a malformed
 * one {@code field}, {@code found}, {@code wanted}.
 */
public final class DeadLetter {
    /** Longest attribute value; a path into a hostile document can be long. */
    private static final int MAX_CHARACTERS = 200;

    private DeadLetter() {}

    /** The attributes of a delivery that was refused at {@code now}. */
    public static Map<String, String> attributes(Refusal refusal, Instant now) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("reason", cut(refusal.message()));
        attributes.put("buriedAt", now.toString());
        switch (refusal) {
            case Refusal.Malformed malformed -> {
                attributes.put("kind", "malformed");
                attributes.put("field", cut(malformed.field()));
                attributes.put("found", cut(malformed.found()));
                attributes.put("wanted", cut(malformed.wanted()));
            }
            case Refusal.BadSignature _ -> attributes.put("kind", "bad signature");
            case Refusal.OutsideWindow _ -> attributes.put("kind", "outside window");
        }
        return attributes;
    }

    /** SQS takes only characters that XML can carry, and no empty value. */
    private static String cut(String text) {
        var printable = text.replaceAll("[^\\x20-\\x7E]", "?");
        var kept = printable.substring(0, Math.min(printable.length(), MAX_CHARACTERS));
        return kept.isBlank() ? "-" : kept;
    }
}
