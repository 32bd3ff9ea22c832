// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapporto.json.Field;
import rapporto.json.Json;

/** An alert as people see it on the screen. */
final class AlertScreen {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final ZoneId zone;

    AlertScreen(ZoneId zone) {
        this.zone = zone;
    }

    /** A few lines; whatever the message lacks is left out. */
    String render(String subject, String message) {
        var data = Json.read(message).at("data");
        var about = data.at("interaction");
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(subject);
        lines.add("  " + data.at("title").textOrEmpty());
        lines.add("  why    " + data.at("reason").at("explain").textOrEmpty());
        lines.add("  said   \"" + about.at("excerpt").textOrEmpty() + "\"");
        about.at("permalink").optionalText().ifPresent(link -> lines.add("  where  " + link));
        lines.add("  who    %s (%s)"
                .formatted(
                        data.at("stakeholder").at("displayName").textOrEmpty(),
                        data.at("stakeholder").at("id").textOrEmpty()));
        recent(data.at("stakeholder").at("recent"), lines);
        lines.add("  team   %s, answer due %s"
                .formatted(
                        data.at("assignee").at("team").textOrEmpty(),
                        time(data.at("sla").at("dueAt"))));
        lines.add("  id     " + data.at("alertId").textOrEmpty());
        return String.join(
                System.lineSeparator(),
                lines.stream().map(AlertScreen::printable).toList());
    }

    private void recent(Field recent, List<String> lines) {
        if (recent.node().isArray()) {
            recent.array()
                    .forEach(entry -> lines.add("  before %s  %s: %s"
                            .formatted(
                                    time(entry.at("occurredAt")),
                                    entry.at("intent").textOrEmpty(),
                                    entry.at("excerpt").textOrEmpty())));
        }
    }

    private String time(Field field) {
        return field.optionalText()
                .map(text -> TIME.format(Instant.parse(text).atZone(zone)))
                .orElse("?");
    }

    /** Strangers' words must not steer the terminal. */
    private static String printable(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
