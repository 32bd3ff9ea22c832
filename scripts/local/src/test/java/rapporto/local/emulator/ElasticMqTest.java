// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ElasticMqTest extends ElasticMqContract {
    @Override
    Optional<Path> data(Path folder) {
        return Optional.empty();
    }

    @Test
    void given_messages_in_memory_when_restarted_then_nothing_is_left() {
        Queue.create(sqs, "deliveries", Map.of()).send("gone");

        restart();

        assertThatThrownBy(() -> Queue.existing(sqs, "deliveries")).isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void given_a_taken_port_when_started_then_the_port_is_named() {
        int port = server.endpoint().getPort();

        assertThatThrownBy(() -> ElasticMq.start(port, Optional.empty()))
                .hasMessage("sqs: port %d is taken, wanted a free one", port);
    }
}
