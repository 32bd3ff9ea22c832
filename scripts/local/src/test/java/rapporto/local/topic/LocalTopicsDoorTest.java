// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What the server makes of requests that no SDK sends. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalTopicsDoorTest {
    private static final URI NO_QUEUES = URI.create("http://127.0.0.1:9");

    private final LocalTopics topics = LocalTopics.start(0, Optional.empty(), NO_QUEUES, message -> {});

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void given_a_foreign_host_or_a_page_when_it_sends_a_request_then_it_is_forbidden() throws IOException {
        assertThat(status("Host: sns.example.org")).contains(" 403 ");
        assertThat(status("Host: 127.0.0.1.example.org:80")).contains(" 403 ");
        assertThat(status("Host: localhost\r\nOrigin: http://example.org")).contains(" 403 ");
        assertThat(status("Host: localhost:1")).contains(" 200 ");
        assertThat(status("Host: 127.0.0.1")).contains(" 200 ");
    }

    private String status(String headers) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), topics.endpoint().getPort())) {
            var request = "POST / HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: 17\r\n\r\nAction=ListTopics"
                    .formatted(headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    @Test
    void given_bytes_that_are_no_request_when_sent_then_they_are_refused_in_the_protocols_shape() throws Exception {
        for (var body : List.of("", "%zz=1", "Action", "Action=Publish", "=&=&&", "<xml/>", "\u0000\u00ff")) {
            var answer = post(body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("<ErrorResponse", "<Type>Sender</Type>", "<RequestId>");
        }
        assertThat(post("Action=" + "x".repeat(4 * Draft.LARGEST)).statusCode()).isEqualTo(400);
    }

    private java.net.http.HttpResponse<String> post(String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(topics.endpoint())
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
