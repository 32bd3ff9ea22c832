// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** What a subscription leads to. */
enum Protocol {
    /** A queue, by its ARN. */
    SQS,
    /** A web hook on this machine; it must confirm before it gets messages. */
    HTTP,
    /** Our own: the list that people and tools of this machine read. */
    INBOX;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /** The protocol by SNS's name for it. */
    static Protocol named(String name) {
        return switch (name) {
            case "sqs" -> SQS;
            case "http" -> HTTP;
            case "inbox" -> INBOX;
            default -> throw TopicFault.parameter("Protocol: %s, wanted sqs, http or inbox".formatted(name));
        };
    }

    /** SNS's name for it. */
    String word() {
        return switch (this) {
            case SQS -> "sqs";
            case HTTP -> "http";
            case INBOX -> "inbox";
        };
    }

    /** Refuses an endpoint that this protocol cannot reach, or must not: other machines first of all. */
    void requireReachable(String endpoint) {
        boolean fine =
                switch (this) {
                    case SQS -> QueueArn.isOne(endpoint);
                    case HTTP -> isOwnWebHook(endpoint);
                    case INBOX -> !endpoint.isBlank();
                };
        if (!fine) {
            throw TopicFault.parameter("Endpoint: not reachable by %s, wanted %s".formatted(word(), wanted()));
        }
    }

    private String wanted() {
        return switch (this) {
            case SQS -> "a queue ARN such as arn:aws:sqs:us-east-1:000000000000:name";
            case HTTP -> "an http address on 127.0.0.1, [::1] or localhost";
            case INBOX -> "any name";
        };
    }

    private static boolean isOwnWebHook(String endpoint) {
        try {
            var address = new URI(endpoint);
            var host = Optional.ofNullable(address.getHost()).orElse("");
            return "http".equals(address.getScheme()) && LOOPBACK.contains(host) && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
