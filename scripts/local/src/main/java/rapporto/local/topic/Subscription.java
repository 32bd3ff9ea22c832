// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.util.Optional;

/**
 * One subscriber of a topic.
 *
 * @param token what a web hook has to send back before it gets messages; empty once it did
 */
record Subscription(
        String arn, String topicArn, Protocol protocol, String endpoint, Settings settings, Optional<String> token) {
    /** Whether this is the same subscriber, whatever it asked for. */
    boolean leadsTo(Protocol otherProtocol, String otherEndpoint) {
        return protocol == otherProtocol && endpoint.equals(otherEndpoint);
    }

    boolean isConfirmed() {
        return token.isEmpty();
    }

    /** Whether {@code notification} is for this subscriber. */
    boolean takes(Notification notification) {
        return topicArn.equals(notification.topicArn())
                && isConfirmed()
                && settings.filter().accepts(notification.attributes());
    }

    /** This subscriber, who asks for one thing more. */
    Subscription with(String attribute, String value) {
        return new Subscription(arn, topicArn, protocol, endpoint, settings.with(protocol, attribute, value), token);
    }

    /** This subscriber once it has sent the token back. */
    Subscription confirmed() {
        return new Subscription(arn, topicArn, protocol, endpoint, settings, Optional.empty());
    }
}
