// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters of a request in the AWS query protocol: {@code Action=Publish&TopicArn=…}, lists as
 * {@code Attributes.entry.1.key}.
 */
record Query(NavigableMap<String, String> parameters) {
    private static final Pattern AND = Pattern.compile("&");

    /** @throws TopicFault InvalidParameter when the percent signs are wrong */
    static Query parse(String form) {
        var parameters = new TreeMap<String, String>();
        AND.splitAsStream(form).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = (pair + "=").indexOf('=');
            parameters.put(
                    decoded(pair.substring(0, equals)), decoded(pair.substring(Math.min(equals + 1, pair.length()))));
        });
        return new Query(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw TopicFault.parameter("request: no form, wanted application/x-www-form-urlencoded");
        }
    }

    /** The parameter, which must be there; it may be empty. */
    String text(String name) {
        return optional(name).orElseThrow(() -> TopicFault.parameter(name + ": missing"));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The items {@code name.1}, {@code name.2} and so on up to the first gap, each with its own parameters. */
    List<Query> items(String name) {
        var items = new ArrayList<Query>();
        for (var item = under(name + ".1"); !item.parameters().isEmpty(); ) {
            items.add(item);
            item = under("%s.%d".formatted(name, items.size() + 1));
        }
        return items;
    }

    /** A map of text, as {@code Attributes} is. */
    Map<String, String> map(String name) {
        var map = new HashMap<String, String>();
        items(name + ".entry").forEach(entry -> map.put(entry.text("key"), entry.text("value")));
        return map;
    }

    private Query under(String prefix) {
        var inner = new TreeMap<String, String>();
        // '/' is the sign after '.': the range holds all names that begin with the prefix and a dot.
        parameters
                .subMap(prefix + ".", prefix + "/")
                .forEach((name, value) -> inner.put(name.substring(prefix.length() + 1), value));
        return new Query(inner);
    }
}
