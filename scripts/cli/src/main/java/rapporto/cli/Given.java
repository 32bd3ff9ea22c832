// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapporto.channel.Channel;
import rapporto.channel.Secret;
import rapporto.channels.Channels;
import rapporto.cli.Exit.Stop;
import rapporto.interaction.SourceId;
import rapporto.json.Json;

/** What commands are given by name: files, channels, secrets; a wrong one ends the command in words. */
final class Given {
    private Given() {}

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Stop(
                    Exit.NOT_FOUND,
                    "%s cannot be read: %s".formatted(file, e.getClass().getSimpleName()));
        }
    }

    /** The text of a file, or what comes on stdin where it is called {@code -}. */
    static String text(Path file) {
        try {
            var bytes = file.toString().equals("-") ? System.in.readAllBytes() : bytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Stop(Exit.CHECK_FAILED, "%s is no text, wanted UTF-8".formatted(file));
        } catch (IOException e) {
            throw new Stop(Exit.UNEXPECTED, "stdin cannot be read");
        }
    }

    /** A source of a channel that there is. */
    static SourceId source(String name) {
        try {
            var source = SourceId.parse(name);
            channel(source.channel());
            return source;
        } catch (IllegalArgumentException e) {
            throw new Stop(Exit.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** A JSON object of header names and values. */
    static Map<String, String> headers(Path file) {
        var object = Json.read(bytes(file)).object();
        var headers = new HashMap<String, String>();
        object.names().forEach(name -> headers.put(name, object.at(name).textOrEmpty()));
        return headers;
    }

    /** The first line of a file. */
    static Secret secret(Path file) {
        var lines = new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new Stop(Exit.USAGE, "%s is empty, wanted a secret".formatted(file));
        }
        return new Secret(lines.getFirst().strip());
    }

    /** The first secret of {@code source} in a file of lines {@code channel/source=secret}. */
    static Secret secret(Path file, String source) {
        List<String> lines =
                new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith(source + "="))
                .map(line -> new Secret(line.substring(source.length() + 1).strip()))
                .findFirst()
                .orElseThrow(() -> new Stop(Exit.NOT_FOUND, "%s has no line %s=...".formatted(file, source)));
    }

    static Channel channel(String id) {
        return Channels.of(id)
                .orElseThrow(() -> new Stop(
                        Exit.NOT_FOUND,
                        "channel is %s, wanted one of %s"
                                .formatted(
                                        id,
                                        String.join(
                                                ", ",
                                                Channels.ids().stream().sorted().toList()))));
    }
}
