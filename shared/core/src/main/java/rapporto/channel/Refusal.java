// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import java.time.Duration;

/** Why a delivery was turned away. Never retried: the sender, or our channel's code, has to change something. */
public sealed interface Refusal {
    /** The signature is missing, is not of the channel's form, or does not sign this body with an active secret. */
    record BadSignature(String channel, String header) implements Refusal {}

    /** The signed time is further from now than the channel's window, in either direction. */
    record OutsideWindow(String channel, Duration away, Duration limit) implements Refusal {}

    /**
     * The body is not of the documented shape.
     *
     * @param field path of the field: {@code event.ts}; {@code body} for the whole
     * @param found the shape that was found, never the words themselves: {@code missing}, {@code array}, {@code text}
     * @param wanted the documented shape
     */
    record Malformed(String channel, String field, String found, String wanted) implements Refusal {}

    /** One line for people: where, what was found, what was wanted. */
    default String message() {
        return switch (this) {
            case BadSignature(var channel, var header) ->
                "%s: header %s does not sign this body".formatted(channel, header);
            case OutsideWindow(var channel, var away, var limit) ->
                "%s: signed %ds from now, limit %ds".formatted(channel, away.toSeconds(), limit.toSeconds());
            case Malformed(var channel, var field, var found, var wanted) ->
                "%s: %s is %s, wanted %s".formatted(channel, field, found, wanted);
        };
    }
}
