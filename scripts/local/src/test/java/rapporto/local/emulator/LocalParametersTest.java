// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocalParametersTest {
    private LocalParameters parameters;
    private SsmClient client;

    @BeforeEach
    void start() {
        parameters = LocalParameters.start(0);
        client = Clients.ssm(parameters.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        parameters.close();
    }

    @Test
    void given_a_parameter_when_read_with_decryption_then_its_value_and_type_come() {
        parameters.put("/rapporto/slack/main", "s3cret");

        var found = client.getParameter(
                request -> request.name("/rapporto/slack/main").withDecryption(true));

        assertThat(found.parameter().value()).isEqualTo("s3cret");
        assertThat(found.parameter().type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(found.parameter().version()).isEqualTo(1);
    }

    @Test
    void given_a_parameter_when_read_without_decryption_then_its_value_stays_hidden() {
        parameters.put("/rapporto/slack/main", "s3cret");

        var found = client.getParameter(request -> request.name("/rapporto/slack/main"));

        assertThat(found.parameter().value()).isNotEqualTo("s3cret");
    }

    @Test
    void given_no_such_parameter_when_read_then_it_is_not_found() {
        assertThatThrownBy(() -> client.getParameter(request -> request.name("/rapporto/none")))
                .isInstanceOf(ParameterNotFoundException.class);
    }

    @Test
    void given_some_names_when_read_together_then_unknown_ones_are_told_apart() {
        parameters.put("/a", "1");

        var found = client.getParameters(request -> request.names("/a", "/b").withDecryption(true));

        assertThat(found.parameters()).extracting(Parameter::value).containsExactly("1");
        assertThat(found.invalidParameters()).containsExactly("/b");
    }

    @Test
    void given_more_than_a_page_when_read_by_path_then_the_paginator_finds_each_once() {
        IntStream.range(0, 23).forEach(i -> parameters.put("/rapporto/slack/s%02d".formatted(i), "v" + i));
        parameters.put("/rapporto-other/x", "no");

        var values = client
                .getParametersByPathPaginator(
                        request -> request.path("/rapporto").recursive(true).withDecryption(true))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .map(Parameter::value)
                .toList();

        assertThat(values).hasSize(23).doesNotHaveDuplicates().doesNotContain("no");
    }

    @Test
    void given_a_path_when_read_without_recursion_then_deeper_names_are_left_out() {
        parameters.put("/rapporto/near", "1");
        parameters.put("/rapporto/slack/deep", "2");

        var found =
                client.getParametersByPath(request -> request.path("/rapporto/").withDecryption(true));

        assertThat(found.parameters()).extracting(Parameter::name).containsExactly("/rapporto/near");
    }

    @Test
    void given_a_parameter_when_put_again_then_only_overwriting_makes_a_version() {
        client.putParameter(request -> request.name("/a").value("1").type(ParameterType.SECURE_STRING));

        assertThatThrownBy(
                        () -> client.putParameter(request -> request.name("/a").value("2")))
                .isInstanceOf(ParameterAlreadyExistsException.class);
        assertThat(client.putParameter(request -> request.name("/a").value("3").overwrite(true))
                        .version())
                .isEqualTo(2);
        assertThat(client.getParameter(request -> request.name("/a").withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("3");
    }

    @Test
    void given_a_keeper_when_a_value_is_put_then_the_keeper_has_it_and_what_was_there_keeps_its_time() {
        var longAgo = Instant.parse("2026-01-05T09:00:00Z");
        var kept = new ArrayList<String>();
        parameters.put("/a", "1");

        parameters.keptBy((name, value) -> kept.add(name + "=" + value), longAgo);
        client.putParameter(request -> request.name("/b").value("2").type(ParameterType.SECURE_STRING));

        assertThat(kept).containsExactly("/b=2");
        assertThat(client.getParameter(request -> request.name("/a"))
                        .parameter()
                        .lastModifiedDate())
                .isEqualTo(longAgo);
    }

    @Test
    void given_a_keeper_that_fails_when_a_value_is_put_then_it_does_not_hold() {
        parameters.put("/a", "1");
        parameters.keptBy(
                (_, _) -> {
                    throw new IOException("disk full");
                },
                Instant.EPOCH);

        assertThatThrownBy(() -> client.putParameter(
                        request -> request.name("/a").value("2").overwrite(true)))
                .isInstanceOf(SsmException.class)
                .hasMessageContaining("/a cannot be kept: disk full");
        assertThat(client.getParameter(request -> request.name("/a").withDecryption(true))
                        .parameter()
                        .value())
                .isEqualTo("1");
    }

    @Test
    void given_an_action_that_is_not_here_when_asked_then_it_is_unknown() {
        assertThatThrownBy(() -> client.describeParameters()).isInstanceOfSatisfying(SsmException.class, fault -> {
            assertThat(fault.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
            assertThat(fault.statusCode()).isEqualTo(400);
        });
    }

    @Test
    void given_a_foreign_host_when_asked_then_it_is_refused() throws IOException {
        assertThat(statusFor("127.0.0.1.evil.example")).isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(statusFor("localhost:1234")).isEqualTo("HTTP/1.1 400 Bad Request");
    }

    @Test
    void given_a_taken_port_when_started_then_the_port_is_named() {
        int port = parameters.endpoint().getPort();

        assertThatThrownBy(() -> LocalParameters.start(port)).hasMessageContaining("ssm: port " + port + " is taken");
    }

    private String statusFor(String host) throws IOException {
        try (var socket = new Socket(
                InetAddress.getLoopbackAddress(), parameters.endpoint().getPort())) {
            var request = "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 2\r\n\r\n{}".formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[64];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, read, StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
