// SPDX-License-Identifier: Apache-2.0
package rapporto.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import rapporto.aws.client.Clients;
import rapporto.aws.ssm.DoorDocument;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

/**
 * A delivery of every channel through a second door like the real one, to load what a real one needs before the first
 * comes. Its far ends answer inside the process; nothing is sent, counted or kept.
 */
final class Rehearsal {
    private static final String SOURCE = "rehearsal";
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String PATH = "/" + SOURCE;
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "RAPPORTO_SOURCES_PATH",
            PATH,
            "RAPPORTO_DELIVERIES_QUEUE",
            "https://queue.invalid/" + SOURCE,
            "RAPPORTO_METRICS",
            "Rapporto/" + SOURCE);

    private final InstantSource clock;
    private final Wiring wiring;

    Rehearsal(InstantSource clock) {
        this.clock = clock;
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        // Nothing is drawn at random: what the JVM keeps of it would be the same in every copy of the snapshot.
        this.wiring = new Wiring(ENVIRONMENT, Clients.answeredBy(Rehearsal::answer), clock, () -> SOURCE, nowhere);
    }

    /** @throws IllegalStateException when a delivery was not taken: then a real one would not be either */
    void run() {
        var intake = wiring.intake();
        var edge = wiring.edge();
        for (var channel : Channels.ALL) {
            var answer = new ByteArrayOutputStream();
            try {
                edge.receive(new ByteArrayInputStream(delivery(channel)), answer, intake);
            } catch (IOException e) {
                throw new IllegalStateException("%s: rehearsal failed".formatted(channel.id()), e);
            }
            var status = Json.read(answer.toByteArray()).at("statusCode").number();
            if (status >= 300) {
                throw new IllegalStateException(
                        "%s: rehearsal was answered %d, wanted 2xx".formatted(channel.id(), status));
            }
        }
    }

    private byte[] delivery(Channel channel) {
        var event = Json.object()
                .put("rawPath", "/hooks/%s/%s".formatted(channel.id(), SOURCE))
                .put("rawQueryString", "")
                .put("body", new String(BODY, StandardCharsets.UTF_8))
                .put("isBase64Encoded", false);
        event.putObject("requestContext").putObject("http").put("method", "POST");
        var headers = event.putObject("headers");
        channel.sign(BODY, secret(channel), clock.instant(), "msg_" + SOURCE).forEach(headers::put);
        return Json.write(event).getBytes(StandardCharsets.UTF_8);
    }

    /** Parameter Store's and SQS's part. */
    private static String answer(String target, String request) {
        var asked = Json.read(request);
        return Json.write(
                switch (target) {
                    case "AmazonSSM.GetParameter" -> parameter(asked.at("Name").text());
                    case "AmazonSQS.SendMessage" -> sent(asked.at("MessageBody").text());
                    default -> throw new IllegalStateException("rehearsal called " + target);
                });
    }

    private static ObjectNode parameter(String name) {
        var source = SourceId.parse(name.substring(PATH.length() + 1));
        var channel = Channels.of(source.channel()).orElseThrow();
        var answer = Json.object();
        answer.putObject("Parameter")
                .put(
                        "Value",
                        DoorDocument.write(new Door(source, List.of(secret(channel)), Door.DEFAULT_MAX_BODY_BYTES)));
        return answer;
    }

    private static ObjectNode sent(String body) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
            return Json.object()
                    .put("MessageId", SOURCE)
                    .put("MD5OfMessageBody", HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the channel's form, known to all, and the key to no door but this one. */
    private static Secret secret(Channel channel) {
        return channel.issue(new byte[32]);
    }
}
