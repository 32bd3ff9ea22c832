// SPDX-License-Identifier: Apache-2.0
package rapporto.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.local.lambda.Invoker;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FrontDoorTest {
    private static volatile String lastEvent = "";

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private FrontDoor door;

    /** Keeps the event; fails for a body that says so. */
    public static final class Echo implements RequestStreamHandler {
        /** As the machine makes handlers. */
        public Echo(Map<String, String> environment) {
            assertThat(environment).isEmpty();
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            lastEvent = new String(event.readAllBytes(), StandardCharsets.UTF_8);
            if (lastEvent.contains("fail")) {
                throw new IllegalStateException("a secret word");
            }
            answer.write("{\"statusCode\":202,\"headers\":{\"x-was\":\"here\"},\"body\":\"taken\"}"
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void open() throws IOException {
        door = FrontDoor.open(0, new PrintStream(log, true, StandardCharsets.UTF_8));
        door.serve(Invoker.of("Echo", Echo.class.getName(), Duration.ofSeconds(1), Map.of()));
        door.show("/local/health", () -> new FrontDoor.View.Answer(200, "{\"status\":\"ready\"}"));
    }

    @AfterEach
    void close() {
        door.close();
        client.close();
    }

    @Test
    void given_a_json_body_when_posted_then_the_event_is_api_gateways_with_the_body_as_text() throws Exception {
        var answer = post("application/json", "{\"è\":1}".getBytes(StandardCharsets.UTF_8));
        var event = event();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("x-was")).contains("here");
        assertThat(answer.body()).isEqualTo("taken");
        assertThat(event.at("version").text()).isEqualTo("2.0");
        assertThat(event.at("rawPath").text()).isEqualTo("/hooks/slack/demo");
        assertThat(event.at("rawQueryString").text()).isEqualTo("a=b%20c");
        assertThat(event.at("requestContext").at("http").at("method").text()).isEqualTo("POST");
        assertThat(event.at("headers").at("x-sign").text()).isEqualTo("Yes");
        assertThat(event.at("body").text()).isEqualTo("{\"è\":1}");
        assertThat(event.at("isBase64Encoded").isTrue()).isFalse();
    }

    @Test
    void given_other_types_or_bytes_that_are_no_text_when_posted_then_the_body_comes_in_base64() throws Exception {
        var bytes = new byte[] {(byte) 0xff, 0, 1};
        post("application/json", bytes);
        assertThat(Base64.getDecoder().decode(event().at("body").text())).isEqualTo(bytes);

        post("application/x-www-form-urlencoded", "a=b".getBytes(StandardCharsets.UTF_8));
        assertThat(event().at("isBase64Encoded").isTrue()).isTrue();
    }

    @Test
    void given_a_body_over_ten_megabytes_when_posted_then_it_is_refused() throws Exception {
        assertThat(post("application/json", new byte[10 * 1024 * 1024 + 1]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void given_a_handler_that_fails_when_posted_then_the_sender_learns_nothing_and_the_log_the_kind() throws Exception {
        var answer = post("application/json", "fail".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void given_views_and_unknown_paths_when_asked_then_only_get_of_a_view_answers() throws Exception {
        assertThat(get("/local/health")).isEqualTo(200);
        assertThat(get("/elsewhere")).isEqualTo(404);
        var post = HttpRequest.newBuilder(uri("/local/health"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void given_a_foreign_host_when_asked_then_it_is_misdirected() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.getOutputStream()
                    .write("GET /local/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421");
        }
    }

    private HttpResponse<String> post(String type, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(uri("/hooks/slack/demo?a=b%20c"))
                .header("content-type", type)
                .header("X-Sign", "Yes")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + door.port() + path);
    }

    private static Field event() {
        return Json.read(lastEvent);
    }
}
