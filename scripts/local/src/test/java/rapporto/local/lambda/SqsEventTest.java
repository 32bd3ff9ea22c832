// SPDX-License-Identifier: Apache-2.0
package rapporto.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapporto.json.Json;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqsEventTest {
    private static final List<Message> BATCH = List.of(message("m1"), message("m2"));

    @Test
    void given_messages_when_put_into_an_event_then_it_has_lambdas_shape() {
        var record = Json.read(SqsEvent.of(BATCH, "arn:aws:sqs:us-east-1:0:q"))
                .at("Records")
                .array()
                .getFirst();

        assertThat(record.at("messageId").text()).isEqualTo("m1");
        assertThat(record.at("body").text()).isEqualTo("hello");
        assertThat(record.at("attributes").at("ApproximateReceiveCount").text()).isEqualTo("2");
        assertThat(record.at("messageAttributes").at("reason").at("stringValue").text())
                .isEqualTo("why");
        assertThat(record.at("eventSource").text()).isEqualTo("aws:sqs");
        assertThat(record.at("eventSourceARN").text()).isEqualTo("arn:aws:sqs:us-east-1:0:q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
    void given_an_empty_answer_when_read_then_all_succeeded(String answer) {
        assertThat(failures(answer)).contains(Set.of());
    }

    @Test
    void given_failures_when_read_then_they_are_named() {
        assertThat(failures("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}"))
                .contains(Set.of("m2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oops",
                "[]",
                "{\"batchItemFailures\":{}}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"stranger\"}]}",
                "{\"batchItemFailures\":[{\"id\":\"m1\"}]}"
            })
    void given_a_malformed_answer_when_read_then_the_whole_batch_failed(String answer) {
        assertThat(failures(answer)).isEmpty();
    }

    private static Optional<Set<String>> failures(String answer) {
        return SqsEvent.failures(answer.getBytes(StandardCharsets.UTF_8), BATCH);
    }

    private static Message message(String id) {
        return Message.builder()
                .messageId(id)
                .receiptHandle("r-" + id)
                .body("hello")
                .md5OfBody("5d41402abc4b2a76b9719d911017c592")
                .attributes(Map.of(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2"))
                .messageAttributes(Map.of(
                        "reason",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("why")
                                .build()))
                .build();
    }
}
