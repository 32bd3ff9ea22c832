// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A legal threat as each channel would deliver it, new for each id. */
final class Threats {
    static final List<String> CHANNELS = List.of("discourse", "github", "slack", "standard");

    static final String TEXT = "Se non rimborsate entro domani mi rivolgo a un avvocato.";

    private Threats() {}

    /** What is posted, before it is signed. */
    record Threat(String channel, Map<String, String> headers, String body) {}

    static Threat of(String channel, String id) {
        var at = Instant.parse("2026-01-05T09:00:00Z");
        return switch (channel) {
            case "discourse" ->
                new Threat(
                        channel,
                        Map.of(
                                "X-Discourse-Event",
                                "post_created",
                                "X-Discourse-Instance",
                                "https://forum.example.org"),
                        """
                    {"post":{"id":"8%1$s","post_number":1,"post_type":1,"topic_id":"9%1$s","topic_slug":"s","topic_title":"Rimborso",
                     "user_id":"u%1$s","username":"maria","name":"Maria R.","created_at":"%2$s","updated_at":"%2$s","version":1,"raw":"%3$s"}}""".formatted(id, at, TEXT));
            case "github" ->
                new Threat(
                        channel, Map.of("X-GitHub-Event", "issues", "X-GitHub-Delivery", "guid-" + id), """
                    {"action":"opened","issue":{"id":1,"node_id":"I_%1$s","number":1,"title":"Rimborso","body":"%3$s",
                     "user":{"id":"u%1$s","login":"maria","type":"User"},"html_url":"https://github.com/e/p/issues/1",
                     "created_at":"%2$s","updated_at":"%2$s"},"repository":{"id":5},
                     "sender":{"id":"u%1$s","login":"maria","type":"User","html_url":"https://github.com/maria"}}""".formatted(
                                        id, at, TEXT));
            case "slack" -> new Threat(channel, Map.of(), """
                    {"type":"event_callback","team_id":"T1","api_app_id":"A1","event_id":"Ev%1$s","event":{"type":"message",
                     "channel":"C1","channel_type":"channel","user":"U%1$s","ts":"%4$s","event_ts":"%4$s","text":"%3$s"}}""".formatted(id, at, TEXT, slackTime(id)));
            default -> says(id, TEXT);
        };
    }

    /** Any words, by the standard channel. */
    static Threat says(String id, String text) {
        return new Threat("standard", Map.of(), """
                {"type":"message.created","timestamp":"2026-01-05T09:00:00Z","data":{"id":"m-%1$s","actor":{"id":"p-%1$s","name":"Maria R."},"text":"%2$s"}}""".formatted(id, text));
    }

    /** Slack tells messages apart by their time. */
    private static String slackTime(String id) {
        return "1767603600.%06d".formatted(Math.floorMod(id.hashCode(), 1_000_000));
    }
}
