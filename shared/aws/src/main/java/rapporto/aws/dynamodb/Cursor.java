// SPDX-License-Identifier: Apache-2.0
package rapporto.aws.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import rapporto.json.Json;
import rapporto.json.MalformedField;

/**
 * Where a page ended, as text that means nothing outside.
 *
 * @param key of the last item
 * @param sort its sort key in what was paged
 */
record Cursor(String key, String sort) {
    static Cursor parse(String text) {
        try {
            var fields = Json.read(Base64.getUrlDecoder().decode(text)).object();
            return new Cursor(fields.at("k").text(), fields.at("s").text());
        } catch (MalformedField e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new MalformedField("cursor", "not one of ours", "what the page before gave");
        }
    }

    @Override
    public String toString() {
        var fields = Json.object().put("k", key).put("s", sort);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(fields).getBytes(StandardCharsets.UTF_8));
    }
}
