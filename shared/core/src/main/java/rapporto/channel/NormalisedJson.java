// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import rapporto.interaction.Interaction;
import rapporto.json.Json;

/** What a delivery means, as JSON for people and tools: samples beside their deliveries, and the command line. */
public final class NormalisedJson {
    private NormalisedJson() {}

    /** An object with one of {@code interactions}, {@code ignored} and {@code refusal}. */
    public static ObjectNode of(Normalised normalised) {
        var node = Json.object();
        switch (normalised) {
            case Normalised.Interactions(var all) -> {
                var interactions = node.putArray("interactions");
                all.forEach(interaction -> interactions.add(of(interaction)));
            }
            case Normalised.Ignored(var reason) -> node.put("ignored", reason);
            case Normalised.Refused(var refusal) -> refusal(node.putObject("refusal"), refusal);
        }
        return node;
    }

    private static void refusal(ObjectNode node, Refusal refusal) {
        if (refusal instanceof Refusal.Malformed malformed) {
            node.put("field", malformed.field()).put("found", malformed.found()).put("wanted", malformed.wanted());
        }
        node.put("message", refusal.message());
    }

    private static ObjectNode of(Interaction i) {
        var node = Json.object()
                .put("key", i.key().toString())
                .put("version", i.version())
                .put("change", word(i.change()))
                .put("kind", word(i.kind()))
                .put("origin", word(i.origin()));
        i.from().ifPresent(author -> {
            var from = node.putObject("from").put("identity", author.identity().toString());
            author.name().ifPresent(name -> from.put("name", name));
            author.handle().ifPresent(handle -> from.put("handle", handle));
        });
        i.thread().ifPresent(thread -> node.put("thread", thread.toString()));
        node.put("at", i.at().toString());
        if (i.atArrival()) {
            node.put("atArrival", true);
        }
        text(node, "title", i.words().title());
        text(node, "text", i.words().text());
        if (i.words().cut()) {
            node.put("cut", true);
        }
        i.link().ifPresent(link -> node.put("link", link.toString()));
        i.language().ifPresent(language -> node.put("language", language));
        return node;
    }

    private static void text(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
