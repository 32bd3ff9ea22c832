// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** What a restart and a killed process leave. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalTopicsDurabilityTest {
    private static final URI NO_QUEUES = URI.create("http://127.0.0.1:9");
    private static final int KILLED_AFTER = 100;

    @TempDir
    private Path data;

    @Test
    void given_a_process_killed_while_it_publishes_when_started_again_then_nothing_accepted_is_lost() throws Exception {
        try (var queues = new Queues()) {
            var accepted = publishUntilKilled(queues.make("team"));

            try (var topics = LocalTopics.start(0, Optional.of(data), queues.endpoint(), message -> {})) {
                var inbox = topics.inbox().stream().map(InboxMessage::messageId).toList();
                assertThat(accepted).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
                assertThat(inbox).containsAll(accepted).doesNotHaveDuplicates();
                var delivered = queues.take("team", taken -> taken.size() >= inbox.size());
                assertThat(delivered).hasSameSizeAs(inbox);
            }
            try (var topics = LocalTopics.start(0, Optional.of(data), queues.endpoint(), message -> {})) {
                assertThat(topics.inbox()).hasSizeGreaterThanOrEqualTo(accepted.size());
                assertThat(queues.take("team", taken -> !taken.isEmpty())).isEmpty();
            }
        }
    }

    private List<String> publishUntilKilled(String queue) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishUntilKilled.class.getName(),
                        data.toString(),
                        queue)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var accepted = new ArrayList<String>();
        try (var output = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                accepted.add(line);
                if (accepted.size() == KILLED_AFTER) {
                    // By its handle: the process object would close what it has still to say.
                    assertThat(child.toHandle().destroyForcibly()).isTrue();
                }
            }
        }
        child.waitFor();
        int uuid = 36;
        return accepted.stream().filter(id -> id.length() == uuid).toList();
    }

    @Test
    void given_topics_and_subscriptions_when_started_again_then_they_are_as_they_were() {
        try (var topics = start()) {
            prepare(topics);
            publish(topics, "before", " \u0085 è 😀 \n\"");
        }

        try (var topics = start()) {
            publish(topics, "after", "two");
            try (var sns = SnsClients.of(topics.endpoint())) {
                sns.deleteTopic(request -> request.topicArn(arn("other")));
            }
            assertThat(topics.inbox()).extracting(InboxMessage::subject).containsExactly("before", "after");
            assertThat(topics.inbox().getFirst().message()).isEqualTo(" \u0085 è 😀 \n\"");
            assertThat(topics.inbox().getFirst().attributes()).isEqualTo(Map.of("severity", "P1"));
        }
        try (var topics = start();
                var sns = SnsClients.of(topics.endpoint())) {
            assertThat(sns.listTopics().topics()).singleElement().satisfies(topic -> assertThat(topic.topicArn())
                    .isEqualTo(arn("alerts")));
        }
    }

    @Test
    void given_a_torn_last_line_when_started_again_then_it_is_dropped_and_the_rest_stands() throws IOException {
        try (var topics = start()) {
            prepare(topics);
            publish(topics, "whole", "one");
        }
        Files.writeString(journal(), "{\"accepted\":{\"id\":\"torn\",\"to", StandardOpenOption.APPEND);

        try (var topics = start()) {
            publish(topics, "next", "two");
        }
        try (var topics = start()) {
            assertThat(topics.inbox()).extracting(InboxMessage::subject).containsExactly("whole", "next");
        }
    }

    @Test
    void given_a_broken_line_in_the_middle_when_started_again_then_it_refuses_and_names_the_line() throws IOException {
        try (var topics = start()) {
            prepare(topics);
        }
        var lines = new ArrayList<>(Files.readAllLines(journal()));
        lines.set(1, "{\"accepted\":");
        Files.write(journal(), lines);

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2");
        assertThat(Files.readAllLines(journal())).isEqualTo(lines);
    }

    @Test
    void given_a_folder_in_use_when_another_starts_on_it_then_it_is_refused() {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");
        }
        start().close();
    }

    @Test
    void given_deliveries_that_ended_when_started_again_then_the_journal_holds_no_more_of_them() throws IOException {
        try (var queues = new Queues()) {
            queues.make("team");
            try (var topics = LocalTopics.start(0, Optional.of(data), queues.endpoint(), message -> {});
                    var sns = SnsClients.of(topics.endpoint())) {
                var topic = sns.createTopic(request -> request.name("alerts")).topicArn();
                sns.subscribe(request ->
                        request.topicArn(topic).protocol("sqs").endpoint("arn:aws:sqs:us-east-1:000000000000:team"));
                var ids = new HashSet<String>();
                for (int i = 0; i < 20; i++) {
                    ids.add(sns.publish(request -> request.topicArn(topic).message("m"))
                            .messageId());
                }
                assertThat(queues.take("team", taken -> taken.size() == ids.size()))
                        .extracting(Message::body)
                        .hasSameSizeAs(ids);
            }
        }

        start().close();

        assertThat(Files.readAllLines(journal()).stream()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .collect(Collectors.toList()))
                .containsExactly("{\"topic\"", "{\"subscription\"");
    }

    private LocalTopics start() {
        return LocalTopics.start(0, Optional.of(data), NO_QUEUES, message -> {});
    }

    private Path journal() {
        return data.resolve("topics.jsonl");
    }

    private static String arn(String topic) {
        return "arn:aws:sns:us-east-1:000000000000:" + topic;
    }

    private static void prepare(LocalTopics topics) {
        try (var sns = SnsClients.of(topics.endpoint())) {
            sns.createTopic(request -> request.name("alerts"));
            sns.createTopic(request -> request.name("other"));
            sns.subscribe(request -> request.topicArn(arn("alerts"))
                    .protocol("inbox")
                    .endpoint("team")
                    .attributes(Map.of("FilterPolicy", "{\"severity\":[\"P1\"]}")));
        }
    }

    private static void publish(LocalTopics topics, String subject, String message) {
        try (var sns = SnsClients.of(topics.endpoint())) {
            sns.publish(request -> request.topicArn(arn("alerts"))
                    .subject(subject)
                    .message(message)
                    .messageAttributes(Map.of("severity", SnsClients.attribute("String", "P1"))));
        }
    }
}
