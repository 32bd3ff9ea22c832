// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import rapporto.history.Understood;
import rapporto.interaction.Author;
import rapporto.interaction.Change;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Identity;
import rapporto.interaction.Interaction;
import rapporto.interaction.Kind;
import rapporto.interaction.Origin;
import rapporto.interaction.SourceId;
import rapporto.interaction.ThreadKey;
import rapporto.interaction.Words;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;
import rapporto.reading.ReadingJson;

/** A referral as it travels on the escalations queue: one JSON object with a version number. */
public final class ReferralJson {
    private static final int VERSION = 1;

    private ReferralJson() {}

    /** {@code referral} as one line of text. */
    public static String write(Referral referral) {
        var message =
                Json.object().put("v", VERSION).put("source", referral.source().toString());
        message.set("interaction", interaction(referral.understood().interaction()));
        message.set("reading", ReadingJson.of(referral.understood().reading()));
        return Json.write(message);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws MalformedField when it did not
     */
    public static Referral read(String text) {
        var message = Json.read(text).object();
        if (message.at("v").number() != VERSION) {
            throw message.at("v").wanted("version " + VERSION);
        }
        var understood =
                new Understood(interaction(message.at("interaction")), ReadingJson.read(message.at("reading")));
        return new Referral(SourceId.parse(message.at("source").text()), understood);
    }

    private static ObjectNode interaction(Interaction i) {
        var node = Json.object()
                .put("key", i.key().toString())
                .put("version", i.version())
                .put("change", i.change().name())
                .put("kind", i.kind().name())
                .put("origin", i.origin().name())
                .put("at", i.at().toString())
                .put("atArrival", i.atArrival())
                .put("title", i.words().title())
                .put("text", i.words().text())
                .put("cut", i.words().cut());
        i.from().ifPresent(author -> {
            var from = node.putObject("from").put("identity", author.identity().toString());
            author.name().ifPresent(name -> from.put("name", name));
            author.handle().ifPresent(handle -> from.put("handle", handle));
        });
        i.thread().ifPresent(thread -> node.put("thread", thread.toString()));
        i.link().ifPresent(link -> node.put("link", link.toString()));
        i.language().ifPresent(language -> node.put("language", language));
        return node;
    }

    private static Interaction interaction(Field f) {
        return new Interaction(
                ContentKey.parse(f.at("key").text()),
                f.at("version").number(),
                f.at("change").one(Change.class),
                f.at("kind").one(Kind.class),
                f.at("origin").one(Origin.class),
                author(f.at("from")),
                f.at("thread").optionalText().map(ThreadKey::parse),
                f.at("at").instant(),
                f.at("atArrival").isTrue(),
                new Words(
                        f.at("title").textOrEmpty(),
                        f.at("text").textOrEmpty(),
                        f.at("cut").isTrue()),
                f.at("link").optionalLink(),
                f.at("language").optionalText());
    }

    private static Optional<Author> author(Field f) {
        return f.isPresent()
                ? Optional.of(new Author(
                        Identity.parse(f.at("identity").text()),
                        f.at("name").optionalText(),
                        f.at("handle").optionalText()))
                : Optional.empty();
    }
}
