// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import rapporto.cli.Exit.Stop;

/**
 * New values for a sample, so that every send is something new; those of one send agree with each other.
 *
 * @param id sixteen hexadecimal digits
 * @param number nine digits
 */
record Fresh(String id, int number, Instant now) {
    static Fresh drawnFrom(RandomGenerator random, Instant now) {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        int number = random.nextInt(100_000_000, 1_000_000_000);
        return new Fresh(HexFormat.of().formatHex(bytes), number, now);
    }

    JsonNode value(String kind) {
        return switch (kind) {
            case "id" -> TextNode.valueOf(id);
            case "number" -> IntNode.valueOf(number);
            case "now-iso" ->
                TextNode.valueOf(now.truncatedTo(ChronoUnit.MILLIS).toString());
            case "now-slack" -> TextNode.valueOf("%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1_000));
            default ->
                throw new Stop(
                        Exit.USAGE, "fresh value is %s, wanted id, number, now-iso or now-slack".formatted(kind));
        };
    }
}
