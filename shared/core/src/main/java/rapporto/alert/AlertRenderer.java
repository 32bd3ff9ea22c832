// SPDX-License-Identifier: Apache-2.0
package rapporto.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import rapporto.history.Entry;
import rapporto.interaction.Author;
import rapporto.json.Json;

/** Puts an alert as CloudEvents 1.0 JSON with the attributes and the subject that SNS carries beside it. */
public final class AlertRenderer {
    /** What an alert says has happened; ends in the version of its shape. */
    public static final String RAISED = "io.rapporto.alert.raised.v1";

    /** SNS asks for under 100 characters, read 2026-11-23 (SNS API reference, Publish). */
    private static final int MAX_SUBJECT_CHARACTERS = 99;

    private static final int MAX_TITLE_NAME_CHARACTERS = 80;

    private final String stage;

    /** @param stage which deployment speaks: {@code local}, {@code prod} */
    public AlertRenderer(String stage) {
        this.stage = stage;
    }

    /** The message for {@code alert}: the same alert gives the same message. */
    public AlertMessage render(Alert alert) {
        var who = who(alert.about());
        var title = "%s from %s on %s"
                .formatted(alert.rule().title(), who, alert.about().key().channel());
        var event = Json.object()
                .put("specversion", "1.0")
                .put("id", alert.id() + "-raised")
                .put("source", "/rapporto/%s/escalation".formatted(stage))
                .put("type", RAISED)
                .put("subject", "alert/" + alert.id())
                .put("time", alert.raisedAt().toString())
                .put("datacontenttype", "application/json");
        event.set("data", data(alert, title));
        return new AlertMessage(alert.id(), subject(alert, who), attributes(alert), Json.write(event));
    }

    private static ObjectNode data(Alert alert, String title) {
        var about = alert.about();
        var data = Json.object()
                .put("alertId", alert.id())
                .put("dedupKey", alert.dedupKey())
                .put("status", "open")
                .put("severity", alert.rule().severity().word())
                .put("priority", alert.rule().severity().name())
                .put("occurrences", alert.occurrences())
                .put("firstSeenAt", about.at().toString())
                .put("lastSeenAt", about.at().toString())
                .put("title", title);
        var reason = data.putObject("reason")
                .put("rule", alert.rule().id())
                .put("score", alert.evidence().score());
        var evidence = reason.putArray("evidence");
        alert.evidence().words().forEach(evidence::add);
        reason.put("explain", alert.evidence().explain());
        data.set("stakeholder", stakeholder(alert));
        var interaction = line(about);
        interaction.put("language", alert.language());
        data.set("interaction", interaction);
        data.putObject("sla")
                .put("metric", "firstResponse")
                .put("dueAt", alert.dueAt().toString())
                .put("breached", alert.dueAt().isBefore(alert.raisedAt()));
        data.putObject("escalation").put("level", 1);
        data.putObject("assignee").put("team", alert.team());
        return data;
    }

    private static ObjectNode stakeholder(Alert alert) {
        var stakeholder = Json.object();
        alert.about().from().map(Author::identity).ifPresent(identity -> stakeholder.put("id", identity.toString()));
        stakeholder.put("displayName", who(alert.about()));
        alert.about().from().flatMap(Author::handle).ifPresent(handle -> stakeholder.put("handle", handle));
        var recent = stakeholder.putArray("recent");
        alert.recent().stream().limit(Alert.RECENT).forEach(entry -> recent.add(line(entry)));
        return stakeholder;
    }

    private static ObjectNode line(Entry entry) {
        var line = Json.object()
                .put("id", entry.key().toString())
                .put("channel", entry.key().channel())
                .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .put("intent", entry.intent().word())
                .put("excerpt", entry.excerpt())
                .put("occurredAt", entry.at().toString());
        entry.thread().ifPresent(thread -> line.put("thread", thread.toString()));
        entry.link().ifPresent(link -> line.put("permalink", link.toString()));
        return line;
    }

    private static Map<String, String> attributes(Alert alert) {
        return Map.of(
                "severity", alert.rule().severity().word(),
                "channel", alert.about().key().channel(),
                "team", alert.team(),
                "eventType", RAISED,
                "language", alert.language());
    }

    private static String subject(Alert alert, String who) {
        var subject = Ascii.of("[%s][OPEN] %s - %s - %s"
                .formatted(
                        alert.rule().severity(),
                        alert.about().key().channel(),
                        alert.rule().title(),
                        who));
        return subject.length() <= MAX_SUBJECT_CHARACTERS
                ? subject
                : subject.substring(0, MAX_SUBJECT_CHARACTERS).strip();
    }

    private static String who(Entry entry) {
        var name = entry.from()
                .map(Author::shown)
                .orElse("somebody")
                .replaceAll("\\s+", " ")
                .strip();
        return name.length() <= MAX_TITLE_NAME_CHARACTERS
                ? name
                : name.substring(0, MAX_TITLE_NAME_CHARACTERS - 1) + "…";
    }
}
