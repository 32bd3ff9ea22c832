// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A process that serves topics with no queue behind them, publishes without end and prints each message id once it was
 * accepted. Arguments: folder, ARN of a queue.
 */
final class PublishUntilKilled {
    private static final int PUBLISHERS = 4;

    private PublishUntilKilled() {}

    public static void main(String... arguments) {
        var topics = LocalTopics.start(
                0, Optional.of(Path.of(arguments[0])), URI.create("http://127.0.0.1:9"), message -> {});
        var sns = SnsClients.of(topics.endpoint());
        var topic = sns.createTopic(request -> request.name("alerts")).topicArn();
        sns.subscribe(request -> request.topicArn(topic).protocol("inbox").endpoint("team"));
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(arguments[1])
                .attributes(Map.of("RawMessageDelivery", "true")));
        for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    System.out.println(
                            sns.publish(request -> request.topicArn(topic).message("one"))
                                    .messageId());
                }
            });
        }
    }
}
