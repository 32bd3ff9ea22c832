// SPDX-License-Identifier: Apache-2.0
package rapporto.channel.signature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rapporto.channel.Refusal;

/** The replay window of channels that sign a time: five minutes either way (Slack and Standard Webhooks, read 2026-11-23). */
public final class SignedTime {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private SignedTime() {}

    /**
     * Why {@code seconds}, as text since 1970, is not now; empty inside the window.
     *
     * @param header that carries it
     */
    public static Optional<Refusal> refuse(String channel, String header, String seconds, Instant now) {
        try {
            var away = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                    .abs();
            return away.compareTo(WINDOW) <= 0
                    ? Optional.empty()
                    : Optional.of(new Refusal.OutsideWindow(channel, away, WINDOW));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Optional.of(new Refusal.BadSignature(channel, header));
        }
    }
}
