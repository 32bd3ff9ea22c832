// SPDX-License-Identifier: Apache-2.0
package rapporto.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import rapporto.interaction.SourceId;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/**
 * A delivery as it travels on the queue: one small JSON object with a version number. See
 * {@code docs/decisions/2026-11-23-queue-envelope.md}.
 */
public final class Envelope {
    /** The version that is written; older ones stay readable. */
    public static final int VERSION = 1;

    /** Longest body that is unpacked, so that a gzip bomb ends as a dead letter and not as a dead function. */
    public static final int MAX_BODY_BYTES = 20 * 1024 * 1024;

    private static final String PLAIN = "base64";
    private static final String PACKED = "gzip+base64";

    private Envelope() {}

    /** {@code delivery} as one line of text; the body is packed when that is smaller. */
    public static String write(Delivery delivery) {
        var packed = gzip(delivery.body());
        boolean smaller = packed.length < delivery.body().length;
        var envelope = Json.object()
                .put("v", VERSION)
                .put("id", delivery.id())
                .put("source", delivery.source().toString())
                .put("receivedAt", delivery.receivedAt().toString());
        var headers = envelope.putObject("headers");
        delivery.headers().values().forEach(headers::put);
        envelope.put("encoding", smaller ? PACKED : PLAIN);
        envelope.put("body", Base64.getEncoder().encodeToString(smaller ? packed : delivery.body()));
        return Json.write(envelope);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws MalformedField when it did not
     */
    public static Delivery read(String text) {
        var envelope = Json.read(text).object();
        if (envelope.at("v").number() != VERSION) {
            throw envelope.at("v").wanted("version " + VERSION);
        }
        var headers = new HashMap<String, String>();
        var given = envelope.at("headers").object();
        given.names().forEach(name -> headers.put(name, given.at(name).textOrEmpty()));
        return new Delivery(
                envelope.at("id").text(),
                source(envelope.at("source")),
                new Headers(headers),
                body(envelope),
                envelope.at("receivedAt").instant());
    }

    private static SourceId source(Field field) {
        try {
            return SourceId.parse(field.text());
        } catch (MalformedField e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw field.wanted("channel/name");
        }
    }

    private static byte[] body(Field envelope) {
        var encoding = envelope.at("encoding");
        var coded = envelope.at("body").textOrEmpty();
        try {
            var bytes = Base64.getDecoder().decode(coded);
            return switch (encoding.text()) {
                case PLAIN -> bytes;
                case PACKED -> gunzip(bytes, envelope.at("body"));
                default -> throw encoding.wanted(PLAIN + " or " + PACKED);
            };
        } catch (MalformedField e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw envelope.at("body").wanted("base64");
        }
    }

    private static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 2 + 32);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gunzip(byte[] packed, Field field) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            var body = gzip.readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                throw field.wanted("at most " + MAX_BODY_BYTES + " bytes unpacked");
            }
            return body;
        } catch (IOException e) {
            throw field.wanted("gzip");
        }
    }
}
