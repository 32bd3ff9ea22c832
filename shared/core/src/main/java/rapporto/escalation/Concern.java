// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import rapporto.interaction.Author;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.ThreadKey;

/** One rule, one person, one thread: what has one escalation and one alert, however many interactions feed it. */
public record Concern(String rule, Identity who, ThreadKey thread) {
    private static final int ID_BYTES = 16;
    private static final int MAX_DEDUP_KEY_CHARACTERS = 255;

    /**
     * The concern that {@code interaction} is part of. What has no thread is a thread of its own.
     *
     * @throws IllegalArgumentException when it has no author: nobody to be concerned about
     */
    public static Concern of(String rule, Interaction interaction) {
        var who = interaction
                .from()
                .map(Author::identity)
                .orElseThrow(() -> new IllegalArgumentException("%s has no author".formatted(interaction.key())));
        var key = interaction.key();
        var thread = interaction.thread().orElseGet(() -> new ThreadKey(key.channel(), key.account(), key.nativeId()));
        return new Concern(rule, who, thread);
    }

    /** Always the same for the same concern; 32 hexadecimal digits. */
    public String id() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The id of its one alert: {@code al_} and {@link #id}. */
    public String alertId() {
        return "al_" + id();
    }

    /** What ties its alerts together in a receiver's tool: {@code discourse:4711:maria:refund-threat}. */
    public String dedupKey() {
        var readable = String.join(":", who.channel(), thread.nativeId(), who.nativeId(), rule);
        return readable.length() <= MAX_DEDUP_KEY_CHARACTERS ? readable : who.channel() + ":" + id() + ":" + rule;
    }

    private String text() {
        return String.join("\u0000", rule, who.toString(), thread.toString());
    }
}
