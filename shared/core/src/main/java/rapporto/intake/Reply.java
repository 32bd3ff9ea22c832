// SPDX-License-Identifier: Apache-2.0
package rapporto.intake;

import java.util.Map;
import rapporto.channel.Answer;

/** What the door says, as HTTP. Refusals carry no reason: it would help a forger. */
public record Reply(int status, Map<String, String> headers, String body) {
    static Reply of(Answer answer) {
        var headers = answer.contentType().isEmpty()
                ? Map.<String, String>of()
                : Map.of("content-type", answer.contentType());
        return new Reply(answer.status(), headers, answer.body());
    }

    static Reply of(int status) {
        return new Reply(status, Map.of(), "");
    }

    static Reply of(int status, String header, String value) {
        return new Reply(status, Map.of(header, value), "");
    }
}
