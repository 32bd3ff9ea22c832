// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import rapporto.correction.Trial.Points;
import rapporto.json.Field;
import rapporto.json.Json;

/** A trial as JSON, for the store and for people's programs. */
public final class TrialJson {
    private TrialJson() {}

    /** {@code trial} as an object. */
    public static ObjectNode of(Trial trial) {
        var node = Json.object().put("corrections", trial.corrections());
        node.set("folds", of(trial.folds()));
        var core = node.putArray("core");
        trial.core().forEach(points -> core.add(of(points)));
        return node;
    }

    /** Reads what {@link #of} made. */
    public static Trial read(Field field) {
        return new Trial(
                (int) field.at("corrections").number(),
                points(field.at("folds")),
                field.at("core").array().stream().map(TrialJson::points).toList());
    }

    private static ObjectNode of(Points points) {
        return Json.object()
                .put("of", points.of())
                .put("before", points.before())
                .put("after", points.after());
    }

    private static Points points(Field field) {
        return new Points(
                field.at("of").text(),
                field.at("before").node().asDouble(),
                field.at("after").node().asDouble());
    }
}
