// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.ssm;

import java.util.List;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.interaction.SourceId;
import rapporto.json.Field;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/** A door as the text of one SecureString parameter: {@code {"secrets":["new","old"],"maxBodyBytes":1048576}}. */
public final class DoorDocument {
    private DoorDocument() {}

    /** Name of the parameter of {@code source} under {@code path}: {@code /rapporto/prod/sources/slack/support}. */
    public static String name(String path, SourceId source) {
        return path + "/" + source;
    }

    /** {@code door} as text. Holds secrets. */
    public static String write(Door door) {
        var document = Json.object();
        var secrets = document.putArray("secrets");
        door.secrets().forEach(secret -> secrets.add(secret.value()));
        return Json.write(document.put("maxBodyBytes", door.maxBodyBytes()));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws MalformedField when it did not, or a secret is missing or empty
     */
    public static Door read(SourceId source, String text) {
        var document = Json.read(text).object();
        var secrets = document.at("secrets");
        List<Secret> all =
                secrets.array().stream().map(Field::text).map(Secret::new).toList();
        if (all.isEmpty() || all.size() > Door.MAX_SECRETS) {
            throw secrets.wanted("1 to %d secrets".formatted(Door.MAX_SECRETS));
        }
        return new Door(source, all, (int) document.at("maxBodyBytes").number());
    }
}
